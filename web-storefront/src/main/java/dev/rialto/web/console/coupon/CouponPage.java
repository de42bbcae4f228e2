package dev.rialto.web.console.coupon;

import dev.rialto.coupon.CouponBook;
import dev.rialto.coupon.CouponKind;
import dev.rialto.coupon.CouponUse;
import dev.rialto.coupon.CouponView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One coupon: what it does, how it is used, and its end. */
@Route(path = "/coupons/{coupon}", view = "coupon", permission = "coupon.edit")
public class CouponPage implements ConsolePage {
    private static final int SHOWN = 100;

    private final CouponBook book;
    private @Nullable CouponView coupon;
    private List<CouponUse> uses = List.of();

    @Inject
    public CouponPage(CouponBook book) {
        this.book = book;
    }

    @Override
    public Outcome open(Visit visit) {
        coupon = book.one(visit.caller(), visit.id("coupon"));
        uses = book.uses(visit.caller(), coupon.id(), SHOWN);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("stop")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        long version = visit.entries().whole("version");
        visit.entries().raise();
        book.stop(visit.caller(), visit.id("coupon"), version);
        return Outcome.go(visit.path(), "done.coupon-stopped");
    }

    @Override
    public String title(Visit visit) {
        return coupon == null ? visit.say("page.coupon") : coupon.name();
    }

    public @Nullable CouponView coupon() {
        return coupon;
    }

    public List<CouponUse> uses() {
        return uses;
    }

    public String takes(Visit visit) {
        return coupon == null ? "" : takesOff(coupon, visit);
    }

    public String amounts(Map<String, Long> amounts, Visit visit) {
        return visit.show().amounts(amounts, visit.house().currencies());
    }

    public String tone() {
        return coupon == null ? "" : toneOf(coupon);
    }

    static String takesOff(CouponView coupon, Visit visit) {
        return coupon.kind() == CouponKind.PERCENT
                ? visit.show().percent(coupon.percentBp())
                : visit.show().amounts(coupon.amounts(), visit.house().currencies());
    }

    static String toneOf(CouponView coupon) {
        return switch (coupon.state()) {
            case "active" -> "chip-good";
            case "upcoming" -> "chip-info";
            default -> "";
        };
    }
}
