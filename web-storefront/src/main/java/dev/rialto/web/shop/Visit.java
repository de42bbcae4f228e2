package dev.rialto.web.shop;

import dev.rialto.kernel.Texts;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Visitor;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One request of a shopper: where, who, in which language, and what was asked or typed. */
public final class Visit {
    private static final Pattern LEADING_SLASHES = Pattern.compile("^/*");
    /** Name of the request attribute that says: these pages run on a seller's own server. */
    public static final String ELSEWHERE = "dev.rialto.web.elsewhere";

    /** Name of the request attribute in which a server of a seller's own puts its address: scheme, host, port. */
    public static final String ORIGIN = "dev.rialto.web.origin";

    private static final int LONGEST_FIELD = 4000;

    private final HttpServletRequest request;
    private final Site site;
    private final Session session;
    private final Taste taste;
    private final Map<String, String> parts;
    private final Keepsakes keepsakes;
    private final Formats formats;

    Visit(
            HttpServletRequest request,
            Site site,
            Session session,
            Taste taste,
            Map<String, String> parts,
            Keepsakes keepsakes) {
        this.request = request;
        this.site = site;
        this.session = session;
        this.taste = taste;
        this.parts = Map.copyOf(parts);
        this.keepsakes = keepsakes;
        this.formats = new Formats(wording().locale(), ZoneId.of(site.zone()));
    }

    public Site site() {
        return site;
    }

    public Session session() {
        return session;
    }

    public Wording wording() {
        return Wording.in(taste.language());
    }

    /** How this visitor reads amounts and dates. */
    public Formats formats() {
        return formats;
    }

    public String language() {
        return taste.language();
    }

    public String currency() {
        return taste.currency();
    }

    /** A text of the shop in the visitor's language, else in one of the shop's own. */
    public String inLanguage(Map<String, String> texts) {
        return Texts.pick(texts, taste.language(), site.languages().get(0));
    }

    /** The cookies to send along with the answer. */
    public Keepsakes keepsakes() {
        return keepsakes;
    }

    /** The visitor as the ports know him. */
    public Visitor visitor() {
        String token = keepsakes.newToken() == null ? session.token() : keepsakes.newToken();
        return new Visitor(
                site.id(), token, session.accountId(), taste.language(), taste.currency(), session.traceId());
    }

    public boolean isSignedIn() {
        return session.accountId() != null;
    }

    /** A named part of the address. */
    public String part(String name) {
        return parts.getOrDefault(name, "");
    }

    /** The address of the shop without a path, as its own server knows it; else as it was asked for. */
    public String origin() {
        if (request.getAttribute(ORIGIN) instanceof String known) {
            return known;
        }
        String address = request.getRequestURL().toString();
        return address.substring(0, address.length() - request.getRequestURI().length());
    }

    /** The host asked for, without a port. */
    public String host() {
        return request.getServerName().toLowerCase(Locale.ROOT);
    }

    /** The path asked for, also on the page that tells of an error there. */
    public String path() {
        Object failed = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        if (failed instanceof String uri) {
            // two slashes at the beginning would name another host
            return LEADING_SLASHES.matcher(uri).replaceFirst("/");
        }
        // while a page is written, a request that came through a proxy names the page's template
        Object asked = request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI);
        return asked instanceof String uri ? uri : request.getRequestURI();
    }

    /** The address asked for, to be changed in parts; a form's answer has no parameters of its own. */
    public Address here() {
        return request.getMethod().equals("GET") ? new Address(path(), parameters()) : new Address(path(), Map.of());
    }

    /** A parameter or field as typed, without spaces around; empty when it is not there. */
    public String text(String name) {
        String value = request.getParameter(name);
        if (value == null) {
            return "";
        }
        String stripped = value.strip();
        return stripped.length() > LONGEST_FIELD ? stripped.substring(0, LONGEST_FIELD) : stripped;
    }

    /** A parameter that is there and not empty. */
    public @Nullable String optional(String name) {
        String value = text(name);
        return value.isEmpty() ? null : value;
    }

    /** A password: taken as it was typed. */
    public String secret(String name) {
        String value = request.getParameter(name);
        return value == null ? "" : value;
    }

    public boolean isTicked(String name) {
        return request.getParameter(name) != null;
    }

    /** All values of a parameter. */
    public List<String> all(String name) {
        String[] values = request.getParameterValues(name);
        return values == null ? List.of() : List.of(values);
    }

    /** The fields whose name begins so, by the rest of their name: quantity.line_1 is line_1. */
    public Map<String, String> fields(String prefix) {
        Map<String, String> fields = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(prefix)) {
                fields.put(name.substring(prefix.length()), values[0].strip());
            }
        });
        return fields;
    }

    private Map<String, List<String>> parameters() {
        Map<String, List<String>> all = new LinkedHashMap<>();
        request.getParameterMap().forEach((name, values) -> all.put(name, List.of(values)));
        return all;
    }

    /** Was a form sent? */
    boolean isForm() {
        return request.getMethod().equals("POST");
    }

    /** Did a script ask, which shows the answer within the page? */
    public boolean isScripted() {
        return "application/json".equals(request.getHeader("Accept"));
    }

    /** Do these pages run on a seller's own server, which shows what the mall lets it do? */
    public boolean isElsewhere() {
        return request.getAttribute(ELSEWHERE) != null;
    }

    /** A cookie of the browser; empty when it has none of that name. */
    public String cookie(String name) {
        String value = Taste.cookie(request, name);
        return value == null ? "" : value;
    }

    /** The pass to the shop's draft, when the visitor sees that. */
    public Optional<String> draftPass() {
        return Optional.ofNullable((String) request.getAttribute(Drafts.PASS));
    }

    /** Where the request came from, for limits on tries. */
    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    /** What the browser calls itself. */
    public String device() {
        String agent = request.getHeader("User-Agent");
        return agent == null ? "" : agent.substring(0, Math.min(agent.length(), 200));
    }
}
