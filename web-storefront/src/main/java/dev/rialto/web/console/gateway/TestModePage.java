package dev.rialto.web.console.gateway;

import dev.rialto.credential.CredentialView;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Settings;
import dev.rialto.trial.SandboxView;
import dev.rialto.trial.TestMode;
import dev.rialto.trial.TrialEvent;
import dev.rialto.trial.TrialEvents;
import dev.rialto.trial.TrialOrder;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The sandbox of a seller: opened, its keys, what is to happen to its orders, started over (A12, A35). */
@Route(
        path = "/gateway/test",
        view = "test-mode",
        who = Who.SELLER,
        permission = "credential.edit",
        menu = Section.SETTINGS,
        rank = 75)
public class TestModePage implements ConsolePage {
    private final TestMode mode;
    private final TrialEvents events;
    private final Settings settings;
    private @Nullable SandboxView sandbox;
    private @Nullable IssuedCredential issued;
    private boolean inside;
    private List<CredentialView> keys = List.of();
    private List<TrialOrder> orders = List.of();

    @Inject
    public TestModePage(TestMode mode, TrialEvents events, Settings settings) {
        this.mode = mode;
        this.events = events;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        inside = mode.isInside(visit.caller());
        sandbox = inside ? null : mode.find(visit.caller()).orElse(null);
        if (sandbox != null) {
            keys = mode.keys(visit.caller());
            orders = events.orders(visit.caller());
        }
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        switch (action) {
            case "open" -> mode.open(visit.caller());
            case "reset" -> mode.reset(visit.caller());
            case "close" -> mode.close(visit.caller());
            case "revoke" -> mode.revoke(visit.caller(), visit.entries().text("key"));
            case "key" -> {
                // the secret is shown in the answer itself and nowhere else
                issued = mode.key(visit.caller(), visit.entries().text("name"));
                return open(visit);
            }
            default -> {
                return happen(visit, action);
            }
        }
        return Outcome.go("/gateway/test", "done.test-" + action);
    }

    private Outcome happen(Visit visit, String action) {
        TrialEvent event = TrialEvent.named(action).orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        UUID order = visit.entries().id("order").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        events.happen(visit.caller(), order, event);
        return Outcome.go("/gateway/test", "done.test-happened", visit.say("testmode.event." + event.key()));
    }

    public boolean isInside() {
        return inside;
    }

    public @Nullable SandboxView sandbox() {
        return sandbox;
    }

    /** A key that was just made, with its secret. */
    public @Nullable IssuedCredential issued() {
        return issued;
    }

    public List<CredentialView> keys() {
        return keys;
    }

    public boolean isActive(CredentialView key) {
        return !key.state().equals("revoked");
    }

    public List<TrialOrder> orders() {
        return orders;
    }

    public String total(TrialOrder order, Visit visit) {
        return visit.show().money(new Money(order.total(), order.currency()));
    }

    /** Where the sandbox's storefront answers. */
    public String shop() {
        return sandbox == null ? "" : settings.address(sandbox.host(), "/");
    }

    /** How a program gets a token with a key. */
    public String tokenCall(String clientId) {
        return "curl -u '" + clientId + ":'\"$SECRET\" -d grant_type=client_credentials "
                + settings.address(settings.apiHost(), "/api/v1/token");
    }

    /** The key by which one acts for the sandbox in the console. */
    public String side() {
        return sandbox == null ? "" : Ids.external("seller", sandbox.id());
    }
}
