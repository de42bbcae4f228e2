package dev.rialto.web.console.coupon;

import dev.rialto.coupon.CouponBook;
import dev.rialto.coupon.CouponFilter;
import dev.rialto.coupon.CouponKind;
import dev.rialto.coupon.CouponView;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The coupons of the caller, by state and words, as list and as CSV. */
@Route(path = "/coupons", view = "coupons", permission = "coupon.edit", menu = Section.SALES, rank = 20)
public class CouponsPage implements ConsolePage {
    private static final int SHOWN = 50;
    private static final List<String> STATES = List.of("active", "upcoming", "ended", "stopped");

    private final CouponBook book;
    private Page<CouponView> listed = new Page<>(List.of(), null);

    @Inject
    public CouponsPage(CouponBook book) {
        this.book = book;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return file(visit);
        }
        String after = visit.query("after");
        listed = page(visit, after.isEmpty() ? null : after, SHOWN);
        return Outcome.show();
    }

    private Page<CouponView> page(Visit visit, @Nullable String after, int limit) {
        String state = visit.query("state");
        return book.list(
                visit.caller(), new CouponFilter(STATES.contains(state) ? state : "", visit.query("q"), after, limit));
    }

    private Outcome file(Visit visit) {
        CsvFile file = new CsvFile(
                "code",
                "name",
                "site",
                "kind",
                "takes_off",
                "floor",
                "cap",
                "from",
                "until",
                "limit",
                "per_member",
                "used",
                "state");
        file.addAll(
                after -> page(visit, after, CsvFile.PAGE),
                coupon -> file.add(
                        coupon.code(),
                        coupon.name(),
                        coupon.siteName(),
                        coupon.kind().name().toLowerCase(java.util.Locale.ROOT),
                        coupon.kind() == CouponKind.PERCENT
                                ? visit.show().percent(coupon.percentBp())
                                : plain(coupon.amounts(), visit),
                        plain(coupon.floors(), visit),
                        plain(coupon.caps(), visit),
                        coupon.validFrom().toString(),
                        coupon.validUntil() == null ? "" : coupon.validUntil().toString(),
                        coupon.totalLimit() == null ? "" : coupon.totalLimit().toString(),
                        coupon.memberLimit() == null ? "" : coupon.memberLimit().toString(),
                        String.valueOf(coupon.used()),
                        coupon.state()));
        return new Outcome.Send("coupons.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static String plain(Map<String, Long> amounts, Visit visit) {
        return amounts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(amount -> visit.show().plain(amount.getValue(), amount.getKey()) + " " + amount.getKey())
                .collect(Collectors.joining("; "));
    }

    public Page<CouponView> listed() {
        return listed;
    }

    public List<String> states() {
        return STATES;
    }

    public String path(CouponView coupon) {
        return "/coupons/" + Ids.external("coupon", coupon.id());
    }

    /** What it takes off, in the reader's form. */
    public String takes(CouponView coupon, Visit visit) {
        return CouponPage.takesOff(coupon, visit);
    }

    public String tone(CouponView coupon) {
        return CouponPage.toneOf(coupon);
    }

    /** Was anything looked for? */
    public boolean isFiltered(Visit visit) {
        return !(visit.query("q") + visit.query("state")).isEmpty();
    }
}
