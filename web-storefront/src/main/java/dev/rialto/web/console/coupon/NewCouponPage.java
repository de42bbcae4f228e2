package dev.rialto.web.console.coupon;

import dev.rialto.coupon.CouponBook;
import dev.rialto.coupon.CouponKind;
import dev.rialto.coupon.IssueCoupon;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Issues a coupon: for a storefront of the seller, or for the mall's own front. */
@Route(path = "/coupons/new", view = "coupon-new", permission = "coupon.edit")
public class NewCouponPage implements ConsolePage {
    private final CouponBook book;
    private final StorefrontDesk desk;
    private final Categories categories;
    private final Clock clock;
    private List<SiteView> sites = List.of();
    private List<CategoryNode> tree = List.of();

    @Inject
    public NewCouponPage(CouponBook book, StorefrontDesk desk, Categories categories, Clock clock) {
        this.book = book;
        this.desk = desk;
        this.categories = categories;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        sites = desk.sites(visit.caller()).stream()
                .filter(site -> site.isMall() == visit.isOperator())
                .toList();
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("issue")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        UUID id = book.issue(visit.caller(), read(visit));
        return Outcome.go("/coupons/" + Ids.external("coupon", id), "done.coupon-issued");
    }

    private IssueCoupon read(Visit visit) {
        Entries entries = visit.entries();
        CouponKind kind = entries.text("kind").equals("FIXED") ? CouponKind.FIXED : CouponKind.PERCENT;
        UUID site = entries.id("site").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("site", "required"));
        IssueCoupon wanted = new IssueCoupon(
                site,
                entries.text("code"),
                entries.text("name"),
                kind,
                kind == CouponKind.PERCENT ? entries.basisPoints("percent") : 0,
                amounts(visit, "amounts"),
                amounts(visit, "floors"),
                amounts(visit, "caps"),
                day(visit, "validFrom", 0).orElse(clock.instant()),
                day(visit, "validUntil", 1).orElse(null),
                limit(entries, "totalLimit"),
                limit(entries, "memberLimit"),
                entries.text("goods").lines().toList(),
                entries.ids("categories"));
        entries.raise();
        return wanted;
    }

    private static Map<String, Long> amounts(Visit visit, String name) {
        Map<String, Long> amounts = new LinkedHashMap<>();
        for (String currency : visit.house().currencies()) {
            visit.entries().minor(name + "." + currency, currency).ifPresent(minor -> amounts.put(currency, minor));
        }
        return amounts;
    }

    private static @Nullable Integer limit(Entries entries, String name) {
        return entries.wholeOrNone(name).map(Long::intValue).orElse(null);
    }

    /** A day begins and ends in the mall's zone; the last day belongs to it. */
    private static Optional<Instant> day(Visit visit, String name, int daysLater) {
        String typed = visit.entries().text(name);
        try {
            return typed.isEmpty()
                    ? Optional.empty()
                    : Optional.of(LocalDate.parse(typed)
                            .plusDays(daysLater)
                            .atStartOfDay(visit.house().zone())
                            .toInstant());
        } catch (DateTimeParseException noDay) {
            visit.entries().check(false, name, "not_date");
            return Optional.empty();
        }
    }

    public List<Option> sites() {
        return sites.stream()
                .map(site -> new Option(site.id().toString(), site.name()))
                .toList();
    }

    public List<Option> kinds(Visit visit) {
        return List.of(
                new Option("PERCENT", visit.say("coupon.kind.PERCENT")),
                new Option("FIXED", visit.say("coupon.kind.FIXED")));
    }

    public List<CategoryNode> tree() {
        return tree;
    }
}
