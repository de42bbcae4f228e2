package dev.rialto.membership;

import dev.rialto.credential.AccessTokens;
import dev.rialto.credential.GatewayClient;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.security.enterprise.AuthenticationStatus;
import jakarta.security.enterprise.authentication.mechanism.http.HttpAuthenticationMechanism;
import jakarta.security.enterprise.authentication.mechanism.http.HttpMessageContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The one mechanism of the EAR: tells by cookie who sent a request to a shop or to the console. The {@link Caller}
 * becomes the request attribute of its class name, and so does the {@link SessionView}. On the gateway a bearer token
 * tells which program calls: the {@link GatewayClient}, or the {@link DomainException} that refuses it, becomes an
 * attribute likewise. Nobody is turned away here: pages, resources and boundaries decide what an anonymous caller gets.
 */
@ApplicationScoped
public class RialtoAuthentication implements HttpAuthenticationMechanism {
    private static final String API = "/api";
    private static final String BEARER = "Bearer ";
    private static final Pattern REQUEST_ID = Pattern.compile("[A-Za-z0-9._-]{8,64}");

    /** What carries no cookie of a person's interest, and must cost nothing. */
    private static final Set<String> FILES = Set.of("/pictures/", "/static/", "/assets/", "/jakarta.faces.resource/");

    private final Settings settings;
    private final Sessions sessions;
    private final SiteDirectory sites;
    private final AccessTokens tokens;

    @Inject
    public RialtoAuthentication(Settings settings, Sessions sessions, SiteDirectory sites, AccessTokens tokens) {
        this.settings = settings;
        this.sessions = sessions;
        this.sites = sites;
        this.tokens = tokens;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RialtoAuthentication() {
        this.settings = null;
        this.sessions = null;
        this.sites = null;
        this.tokens = null;
    }

    @Override
    public AuthenticationStatus validateRequest(
            HttpServletRequest request, HttpServletResponse response, HttpMessageContext context) {
        if (request.getContextPath().equals(API)) {
            return program(request, context);
        }
        String traceId = traceId(request);
        Caller caller = visitor(request, traceId);
        request.setAttribute(Caller.class.getName(), caller);
        return isSomebody(caller)
                ? context.notifyContainerAboutLogin(nameOf(caller), groups(caller))
                : context.doNothing();
    }

    private AuthenticationStatus program(HttpServletRequest request, HttpMessageContext context) {
        String header = request.getHeader("Authorization");
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return context.doNothing();
        }
        try {
            GatewayClient client =
                    tokens.verify(header.substring(BEARER.length()).strip());
            request.setAttribute(GatewayClient.class.getName(), client);
            return context.notifyContainerAboutLogin(client.credential(), client.scopes());
        } catch (DomainException refusal) {
            request.setAttribute(DomainException.class.getName(), refusal);
            return context.doNothing();
        }
    }

    private Caller visitor(HttpServletRequest request, String traceId) {
        Caller nobody = Caller.anonymous(traceId);
        if (isFile(request)) {
            return nobody;
        }
        SessionView.Kind kind =
                host(request).equals(settings.consoleHost()) ? SessionView.Kind.STAFF : SessionView.Kind.SHOPPER;
        return SessionCookie.read(settings, kind, request)
                .flatMap(token -> session(request, kind, token, traceId))
                .orElse(nobody);
    }

    private Optional<Caller> session(HttpServletRequest request, SessionView.Kind kind, String token, String traceId) {
        return sessions.resolve(Caller.worker(traceId), token)
                .filter(session -> session.kind() == kind && belongsHere(request, session, traceId))
                .map(session -> {
                    request.setAttribute(SessionView.class.getName(), session);
                    return session.caller(token, traceId);
                });
    }

    /** A token of one shop opens nothing on another. */
    private boolean belongsHere(HttpServletRequest request, SessionView session, String traceId) {
        if (session.kind() == SessionView.Kind.STAFF) {
            return true;
        }
        UUID here = sites.byHost(Caller.anonymous(traceId), host(request))
                .map(SiteView::id)
                .orElse(null);
        return here != null && here.equals(session.siteId());
    }

    private static String host(HttpServletRequest request) {
        String name = request.getServerName();
        return name == null ? "" : name.toLowerCase(Locale.ROOT);
    }

    private static boolean isFile(HttpServletRequest request) {
        String path = request.getRequestURI();
        return FILES.stream().anyMatch(path::startsWith);
    }

    private static String traceId(HttpServletRequest request) {
        String given = request.getHeader("X-Request-Id");
        return given != null && REQUEST_ID.matcher(given).matches()
                ? given
                : Ids.next().toString();
    }

    private static boolean isSomebody(Caller caller) {
        return caller.signedIn().isPresent() || caller.role() != Caller.Role.SHOPPER;
    }

    private static String nameOf(Caller caller) {
        UUID who = caller.signedIn().orElse(caller.tenant());
        return who == null ? "" : who.toString();
    }

    private static Set<String> groups(Caller caller) {
        return Set.of(caller.role().name().toLowerCase(Locale.ROOT));
    }
}
