package dev.rialto.web.console.gateway;

import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialKind;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.credential.NewCredential;
import dev.rialto.credential.SignInCodes;
import dev.rialto.gateway.OwnServers;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A storefront on its seller's own server: the start kit with its key, and how the server is (A15, A17). */
@Route(path = "/shops/{site}/server", view = "own-server", permission = "credential.edit")
public class OwnServerPage implements ConsolePage {
    private static final Set<String> SCOPES =
            Set.of("goods:read", "cart:write", "checkout:write", "orders:read", "orders:write", "members:write");
    private static final int LONGEST = 200;
    /** A running server calls once a minute. */
    private static final Duration SILENCE = Duration.ofMinutes(5);

    private final CredentialBook book;
    private final SignInCodes places;
    private final OwnServers servers;
    private final StorefrontDesk desk;
    private final Settings settings;
    private final Clock clock;
    private @Nullable SiteView site;
    private List<OwnServers.OwnServer> list = List.of();

    @Inject
    public OwnServerPage(
            CredentialBook book,
            SignInCodes places,
            OwnServers servers,
            StorefrontDesk desk,
            Settings settings,
            Clock clock) {
        this.book = book;
        this.places = places;
        this.servers = servers;
        this.desk = desk;
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        SiteView found = storefront(visit);
        LocalDate today = LocalDate.ofInstant(clock.instant(), visit.house().zone());
        list = servers.ofSite(
                visit.caller(),
                found.id(),
                today.atStartOfDay(visit.house().zone()).toInstant());
        site = found;
        return Outcome.show();
    }

    private SiteView storefront(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        if (found.isMall()) {
            throw ConsoleError.NO_SUCH_PAGE.now();
        }
        return found;
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SiteView of = storefront(visit);
        if (action.equals("kit")) {
            return kit(visit, of);
        }
        String key = visit.entries().text("key");
        switch (action) {
            case "suspend" -> book.suspend(visit.caller(), key);
            case "resume" -> book.resume(visit.caller(), key);
            case "end" -> book.revoke(visit.caller(), key);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.own-server-" + action, key);
    }

    /** The key leaves the mall in this file and can never be read again. */
    private Outcome kit(Visit visit, SiteView of) {
        String address = visit.entries().text("address").replaceFirst("/+$", "");
        visit.entries().check(isOrigin(address), "address", "origin").raise();
        UUID tenant = java.util.Objects.requireNonNull(of.tenantId());
        IssuedCredential key = book.issue(
                visit.caller(), new NewCredential(tenant, of.id(), CredentialKind.STOREFRONT, address, SCOPES, null));
        places.register(visit.caller(), key.clientId(), List.of(address + "/signed-in"));
        StartKit kit = new StartKit(of.name(), settings.address(settings.apiHost(), ""), address, key);
        return new Outcome.Send("rialto-storefront.zip", "application/zip", kit.zip());
    }

    private static boolean isOrigin(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && text.equals(uri.getScheme() + "://" + uri.getRawAuthority())
                    && Set.of("https", "http").contains(uri.getScheme());
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.own-server") : visit.say("ownserver.of", site.name());
    }

    public List<OwnServers.OwnServer> list() {
        return list;
    }

    public String shopPath() {
        return site == null ? "/shops" : "/shops/" + Ids.external("site", site.id());
    }

    /** active, silent when it has not called for a while, waiting before its first call, suspended. */
    public String state(OwnServers.OwnServer server) {
        if (!server.isActive()) {
            return "suspended";
        }
        Instant last = server.lastCallAt();
        if (last == null) {
            return "waiting";
        }
        return last.plus(SILENCE).isBefore(clock.instant()) ? "silent" : "active";
    }

    public String tone(OwnServers.OwnServer server) {
        return switch (state(server)) {
            case "active" -> "chip-good";
            case "suspended" -> "chip-bad";
            default -> "chip-warn";
        };
    }

    /** Where shoppers reach it. */
    public String address(OwnServers.OwnServer server) {
        return server.addresses().isEmpty() ? "" : server.addresses().get(0).replaceFirst("/signed-in$", "");
    }

    /** Its calls in the log. */
    public String calls(OwnServers.OwnServer server) {
        return "/gateway/calls?credential=" + server.credentialId();
    }
}
