package dev.rialto.audience;

import static dev.rialto.audience.AudienceFixture.OPERATOR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.audience.BestCustomers.Criterion;
import dev.rialto.audience.BestCustomers.Measure;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BestCustomersIT {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);
    private static final LocalDate UNTIL = LocalDate.of(2026, 3, 31);

    @TempDir
    static Path folder;

    static AudienceFixture shop;
    static BestCustomers best;
    static UUID ana;

    @BeforeAll
    static void someOrders() {
        shop = new AudienceFixture(folder);
        best = shop.mall.get(BestCustomers.class);
        ana = shop.member("Ana");
        UUID bo = shop.member("Bo");
        UUID cho = shop.member("Cho");
        shop.member("Dai");
        shop.order(ana, "paid", 70_000, at("2026-01-01T00:00"));
        shop.order(ana, "paid", 30_000, at("2026-03-31T23:59"));
        shop.order(ana, "paid", 999_000, at("2026-04-01T00:00"));
        shop.order(ana, "cancelled", 500_000, at("2026-02-01T00:00"));
        UUID refunded = shop.order(bo, "paid", 120_000, at("2026-02-01T00:00"));
        refund(refunded, 40_000);
        shop.order(cho, "paid", 10_000, at("2026-02-01T00:00"));
        shop.order(cho, "paid", 10_000, at("2026-02-02T00:00"));
        shop.order(cho, "paid", 10_000, at("2026-02-03T00:00"));
        shop.order(cho, "awaiting_deposit", 900_000, at("2026-02-03T00:00"));
    }

    private static Instant at(String local) {
        return java.time.LocalDateTime.parse(local)
                .atZone(java.time.ZoneId.of("Asia/Seoul"))
                .toInstant();
    }

    private static void refund(UUID order, long amount) {
        UUID payment = Ids.next();
        shop.mall.execute("""
                insert into payment (id, checkout_id, site_id, origin_mark, method, gateway, state, amount, currency, request_id,
                    created_at, updated_at)
                select ?, checkout_id, site_id, (select s.payment_mark from site s where s.id = purchase.site_id), 'card', 'sandbox', 'captured', total, 'KRW', ?, now(), now()
                from purchase where id = ?
                """, payment, payment.toString(), order);
        shop.mall.execute("""
                insert into refund (id, payment_id, order_id, amount, currency, state, request_id, reason, requested_at)
                values (?, ?, ?, ?, 'KRW', 'done', ?, 'damaged', now())
                """, Ids.next(), payment, order, amount, payment.toString());
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static List<String> names(Measure measure, long least) {
        return best.list(OPERATOR, new Criterion(measure, "KRW", least, FROM, UNTIL, 50)).stream()
                .map(customer -> customer.name() + " " + customer.orders() + " "
                        + customer.amount().minor())
                .toList();
    }

    @Test
    @Tag("D75")
    void theSortedListIsWhatOneComputesByHand() {
        assertThat(names(Measure.AMOUNT, 0)).containsExactly("Ana 2 100000", "Bo 1 80000", "Cho 3 30000");
        assertThat(names(Measure.NUMBER, 0)).containsExactly("Cho 3 30000", "Ana 2 100000", "Bo 1 80000");
    }

    @Test
    @Tag("D74")
    void anotherCriterionGivesAnotherList() {
        assertThat(names(Measure.AMOUNT, 80_000)).containsExactly("Ana 2 100000", "Bo 1 80000");
        assertThat(names(Measure.AMOUNT, 80_001)).containsExactly("Ana 2 100000");
        assertThat(names(Measure.NUMBER, 3)).containsExactly("Cho 3 30000");
        assertThat(best.list(OPERATOR, new Criterion(Measure.AMOUNT, "KRW", 0, FROM, UNTIL.plusDays(1), 50)))
                .first()
                .satisfies(first -> assertThat(first.amount()).isEqualTo(new Money(1_099_000, "KRW")));
        assertThat(best.list(OPERATOR, new Criterion(Measure.AMOUNT, "USD", 0, FROM, UNTIL, 50)))
                .isEmpty();
    }

    @Test
    void aCriterionThatCannotBeIsRefusedAndSellersAreNotAsked() {
        assertThatThrownBy(() -> best.list(OPERATOR, new Criterion(Measure.AMOUNT, "KRW", -1, UNTIL, FROM, 50)))
                .hasMessageContaining("least")
                .hasMessageContaining("until");
        Caller owner = Caller.tenant(shop.seller, null, Set.of("member.view"), "t");
        assertThatThrownBy(() -> best.list(owner, new Criterion(Measure.AMOUNT, "KRW", 0, FROM, UNTIL, 50)))
                .hasMessageContaining("not_permitted");
    }

    @Test
    @Tag("D73")
    void aMembersOrdersStandNewestFirstWithTheFigures() {
        MemberFile file = shop.mall.get(MemberFiles.class).of(OPERATOR, ana, "en");
        assertThat(file.orders())
                .extracting(order -> order.total().minor())
                .containsExactly(999_000L, 30_000L, 500_000L, 70_000L);
        assertThat(file.ordersInAll()).isEqualTo(3);
        assertThat(file.spent()).containsExactly(new Money(1_099_000, "KRW"));
        assertThat(file.lastOrderAt()).isEqualTo(at("2026-04-01T00:00"));
        Caller other = Caller.tenant(shop.seller, null, Set.of("member.view"), "t");
        assertThatThrownBy(() -> shop.mall.get(MemberFiles.class).of(other, ana, "en"))
                .hasMessageContaining("member_not_found");
    }
}
