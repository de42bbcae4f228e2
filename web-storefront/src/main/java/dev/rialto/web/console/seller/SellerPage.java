package dev.rialto.web.console.seller;

import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SellerRegistry.Decision;
import dev.rialto.seller.SellerState;
import dev.rialto.seller.SellerView;
import dev.rialto.staff.Acting;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Subject;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One seller and the decision about it; each decision is asked for again with the seller's name. */
@Route(path = "/sellers/{seller}", view = "seller", who = Who.OPERATOR, permission = "seller.view")
public class SellerPage implements ConsolePage {
    private final SellerRegistry registry;
    private final Acting acting;
    private final Settings settings;
    private @Nullable SellerView seller;

    @Inject
    public SellerPage(SellerRegistry registry, Acting acting, Settings settings) {
        this.registry = registry;
        this.acting = acting;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        seller = registry.view(visit.caller(), visit.id("seller"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SellerView about = registry.view(visit.caller(), visit.id("seller"));
        Decision decision =
                new Decision(about.id(), visit.entries().optional("reason").orElse(null));
        switch (action) {
            case "approve" -> registry.approve(visit.caller(), decision);
            case "reject" -> registry.reject(visit.caller(), decision);
            case "suspend" -> registry.suspend(visit.caller(), decision);
            case "reactivate" -> registry.reactivate(visit.caller(), decision);
            case "act" -> {
                acting.onBehalf(
                        visit.caller(),
                        token(visit),
                        about.id(),
                        visit.entries().text("reason"));
                return Outcome.go("/", "done.acting", about.name());
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.seller-" + action, about.name());
    }

    private String token(Visit visit) {
        return SessionCookie.read(settings, SessionView.Kind.STAFF, visit.request())
                .orElseThrow(ConsoleError.NOT_ALLOWED::now);
    }

    @Override
    public Optional<Subject> edits(Visit visit) {
        return Optional.of(new Subject("seller", visit.id("seller")));
    }

    @Override
    public String title(Visit visit) {
        return seller == null ? visit.say("page.seller") : seller.name();
    }

    public @Nullable SellerView seller() {
        return seller;
    }

    public boolean is(String state) {
        return seller != null && SellerWords.key(seller.state()).equals(state);
    }

    public String state(SellerState state) {
        return SellerWords.key(state);
    }

    public String tone(SellerState state) {
        return SellerWords.tone(state);
    }
}
