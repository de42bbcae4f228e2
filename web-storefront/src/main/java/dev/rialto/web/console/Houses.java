package dev.rialto.web.console;

import dev.rialto.kernel.Caller;
import dev.rialto.membership.SessionView;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StaffView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.util.Optional;

/** Tells whose console it is, from what is in memory. */
@ApplicationScoped
class Houses {
    private final SiteDirectory sites;
    private final SellerRegistry sellers;

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Houses() {
        this.sites = null;
        this.sellers = null;
    }

    @Inject
    Houses(SiteDirectory sites, SellerRegistry sellers) {
        this.sites = sites;
        this.sellers = sellers;
    }

    /** Before the mall is set up it is nobody's console. */
    boolean isSetUp(HttpServletRequest request) {
        return sites.isSetUp(CallerOf.request(request));
    }

    House of(HttpServletRequest request) {
        Caller caller = CallerOf.request(request);
        SiteView mall = sites.mall(caller);
        Optional<StaffView> staff = SessionOf.request(request).flatMap(session -> Optional.ofNullable(session.staff()));
        boolean onBehalf = isOnBehalf(caller, staff);
        return new House(
                onBehalf ? sellers.view(caller, caller.requireTenant()).name() : name(caller, staff, mall),
                SessionOf.request(request).map(SessionView::name).orElse(""),
                ZoneId.of(mall.zone()),
                mall.languages(),
                mall.currencies(),
                staff.map(Houses::sides).orElse(0) > 1,
                onBehalf);
    }

    private static boolean isOnBehalf(Caller caller, Optional<StaffView> staff) {
        return caller.role() == Caller.Role.TENANT
                && staff.filter(who -> who.at(caller.requireTenant()).isEmpty()).isPresent();
    }

    private static String name(Caller caller, Optional<StaffView> staff, SiteView mall) {
        return Optional.ofNullable(caller.tenant())
                .flatMap(tenant -> staff.flatMap(who -> who.at(tenant)))
                .map(StaffView.Workplace::sellerName)
                .orElse(mall.name());
    }

    private static int sides(StaffView staff) {
        return staff.workplaces().size() + (staff.mallRole() == null ? 0 : 1);
    }
}
