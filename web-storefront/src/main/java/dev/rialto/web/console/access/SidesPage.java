package dev.rialto.web.console.access;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.StaffView;
import dev.rialto.staff.Acting;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.SessionOf;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** For those who work in several places: for whom they act from now on. */
@Route(path = "/sides", view = "sides")
public class SidesPage implements ConsolePage {
    private static final String MALL = "mall";

    private final Acting acting;
    private final SiteDirectory sites;
    private final Settings settings;
    private List<Side> sides = List.of();

    /** A place to act for. */
    public record Side(String key, String name, boolean mall, boolean current) {}

    @Inject
    public SidesPage(Acting acting, SiteDirectory sites, Settings settings) {
        this.acting = acting;
        this.sites = sites;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        StaffView staff =
                SessionOf.request(visit.request()).map(SessionView::staff).orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
        Caller caller = visit.caller();
        List<Side> found = new ArrayList<>();
        if (staff.mallRole() != null) {
            found.add(new Side(MALL, sites.mall(caller).name(), true, caller.tenant() == null));
        }
        staff.workplaces().stream()
                .map(place -> new Side(
                        Ids.external("seller", place.tenantId()),
                        place.sellerName(),
                        false,
                        place.tenantId().equals(caller.tenant())))
                .forEach(found::add);
        sides = List.copyOf(found);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        Optional<UUID> tenant = action.equals(MALL)
                ? Optional.empty()
                : Optional.of(Ids.parse("seller", action).orElseThrow(ConsoleError.UNKNOWN_ACTION::now));
        // for others than one's own the mall's people act with a reason, from the seller's page
        boolean ownPlace = SessionOf.request(visit.request())
                .map(SessionView::staff)
                .filter(who -> tenant.map(place -> who.at(place).isPresent()).orElse(true))
                .isPresent();
        if (!ownPlace) {
            throw ConsoleError.NO_SUCH_PAGE.now();
        }
        String token = SessionCookie.read(settings, SessionView.Kind.STAFF, visit.request())
                .orElseThrow(ConsoleError.NOT_ALLOWED::now);
        acting.begin(visit.caller().asWorker(), token, tenant);
        return Outcome.go("/");
    }

    public List<Side> sides() {
        return sides;
    }
}
