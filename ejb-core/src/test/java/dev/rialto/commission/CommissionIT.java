package dev.rialto.commission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.Completion;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.ConfirmDeposit;
import dev.rialto.platform.MallClock;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SellerError;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rules against a real database, and the sales that are booked by them. */
class CommissionIT {
    private static final Caller OPERATOR = Caller.operator(Ids.next(), Permissions.OPERATOR, "test");
    private static final NewCommissionRule.Scope ALL = new NewCommissionRule.Scope(null, null, null, null);

    private ShopFixture shop;
    private Commissions commissions;

    @BeforeEach
    void open(@TempDir Path folder) {
        shop = ShopFixture.open(folder);
        commissions = shop.mall.get(Commissions.class);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(shop.mall.get(Clock.class).instant(), ZoneId.of("Asia/Seoul"));
    }

    private NewCommissionRule rule(String name, NewCommissionRule.Scope scope, int rateBp, int taxBp) {
        return new NewCommissionRule(name, scope, rateBp, 0, null, null, taxBp, today(), null);
    }

    private UUID category(UUID variant) {
        return shop.mall.value(
                UUID.class,
                "select g.category_id from goods g join variant v on v.goods_id = g.id where v.id = ?",
                variant);
    }

    private SampleSale sample(UUID seller, UUID category, long won) {
        return new SampleSale(seller, shop.site, category, new Money(won, "KRW"), today());
    }

    private long fees(PlacedOrder order, String column) {
        return shop.mall.value(
                Long.class,
                "select coalesce(sum(f." + column + "), 0)::bigint from sale_fee f"
                        + " join ledger_transfer t on t.id = f.transfer_id where t.order_id = ?",
                order.id());
    }

    private long booked(PlacedOrder order, String purpose) {
        return shop.mall.value(
                Long.class,
                "select coalesce(sum(e.amount), 0)::bigint from ledger_entry e join ledger_account a on a.id = e.account_id"
                        + " join ledger_transfer t on t.id = e.transfer_id where t.order_id = ? and a.purpose = ?",
                order.id(),
                purpose);
    }

    @Test
    void aSaleWithoutARuleTakesTheSellersOwnRateAndKeepsItsBasis() {
        PlacedOrder order = shop.buy(shop.guest(), shop.variant(11_000, 5), 2);
        assertThat(List.of(fees(order, "basis"), fees(order, "rate_bp"), fees(order, "fee"), fees(order, "tax")))
                .containsExactly(19_000L, 1_000L, 1_900L, 0L);
        assertThat(booked(order, "mall")).isEqualTo(-1_900);
    }

    @Test
    void theRuleOfTheDayIsBookedWithTheOrderLineByLineAndTheTaxOnItsOwnAccount() {
        UUID rule = commissions.add(OPERATOR, rule("Everyone", ALL, 800, 1_000));
        PlacedOrder order = shop.buy(shop.guest(), shop.variant(11_000, 5), 2);
        assertThat(List.of(fees(order, "fee"), fees(order, "tax"))).containsExactly(1_520L, 152L);
        assertThat(List.of(booked(order, "mall"), booked(order, "fee_tax"), booked(order, "seller")))
                .containsExactly(-1_520L, -152L, -17_328L);
        assertThat(shop.mall.value(
                        UUID.class,
                        "select f.rule_id from sale_fee f join ledger_transfer t on t.id = f.transfer_id where t.order_id = ?",
                        order.id()))
                .isEqualTo(rule);
    }

    @Test
    void aDepositIsBookedByTheRuleThatHoldsWhenItComes() {
        UUID variant = shop.variant(11_000, 5);
        Caller buyer = shop.guest();
        var placed = shop.deposit(buyer, shop.offer(buyer, variant, 1));
        assertThat(placed).isInstanceOf(PayResult.Placed.class);
        PlacedOrder order = ((PayResult.Placed) placed).order();
        commissions.add(OPERATOR, rule("Everyone", ALL, 500, 0));
        UUID payment = shop.mall.value(UUID.class, "select payment_id from purchase where id = ?", order.id());
        shop.mall
                .get(OrderDesk.class)
                .confirmDeposit(
                        OPERATOR,
                        new ConfirmDeposit(
                                payment,
                                new Money(
                                        shop.mall.value(
                                                Long.class, "select total from purchase where id = ?", order.id()),
                                        "KRW"),
                                "statement of today"));
        assertThat(List.of(fees(order, "basis"), fees(order, "fee"))).containsExactly(9_500L, 475L);
    }

    @Test
    void theMostParticularRuleHolds() {
        UUID variant = shop.variant(10_000, 5);
        UUID category = category(variant);
        commissions.add(OPERATOR, rule("all", ALL, 1_000, 0));
        assertThat(held(category)).isEqualTo("all");
        UUID major = shop.mall.value(UUID.class, "select coalesce(parent_id, id) from category where id = ?", category);
        commissions.add(OPERATOR, rule("major", scope(null, null, major), 900, 0));
        assertThat(held(category)).isEqualTo("major");
        if (!major.equals(category)) {
            commissions.add(OPERATOR, rule("minor", scope(null, null, category), 800, 0));
            assertThat(held(category)).isEqualTo("minor");
        }
        commissions.add(OPERATOR, rule("shop", scope(null, shop.site, null), 700, 0));
        assertThat(held(category)).isEqualTo("shop");
        commissions.add(OPERATOR, rule("seller", scope(shop.first, null, null), 600, 0));
        assertThat(held(category)).isEqualTo("seller");
        commissions.add(OPERATOR, rule("seller in shop", scope(shop.first, shop.site, null), 500, 0));
        assertThat(held(category)).isEqualTo("seller in shop");
        assertThat(commissions
                        .preview(OPERATOR, sample(shop.second, category, 10_000))
                        .terms()
                        .name())
                .isEqualTo("shop");
    }

    private static NewCommissionRule.Scope scope(@Nullable UUID seller, @Nullable UUID site, @Nullable UUID category) {
        return new NewCommissionRule.Scope(seller, site, category, null);
    }

    private String held(UUID category) {
        return commissions
                .preview(OPERATOR, sample(shop.first, category, 10_000))
                .terms()
                .name();
    }

    @Test
    void floorCapFixedPartAndTaxMakeThePreviewWhichSumsToThePrice() {
        UUID category = category(shop.variant(10_000, 5));
        NewCommissionRule.Scope won = new NewCommissionRule.Scope(null, null, null, "KRW");
        NewCommissionRule rule = new NewCommissionRule("Bounds", won, 1_000, 500, 1_000L, 5_000L, 1_000, today(), null);
        commissions.add(OPERATOR, rule);
        assertThat(List.of(fee(category, 2_000), fee(category, 10_000), fee(category, 100_000), fee(category, 900)))
                .containsExactly(1_000L, 1_500L, 5_000L, 818L);
        SampleCost cost = commissions.preview(OPERATOR, sample(shop.first, category, 900));
        assertThat(cost.fee().plus(cost.feeTax()).plus(cost.handling()).plus(cost.seller()))
                .isEqualTo(new Money(900, "KRW"));
        assertThat(commissions
                        .tryOut(OPERATOR, rule, sample(shop.first, category, 10_000))
                        .fee()
                        .minor())
                .isEqualTo(1_500);
    }

    private long fee(UUID category, long won) {
        return commissions
                .preview(OPERATOR, sample(shop.first, category, won))
                .fee()
                .minor();
    }

    @Test
    void anEndedRuleLeavesWhatWasSoldUnderItAndMakesWayForTheNext() {
        UUID first = commissions.add(OPERATOR, rule("first", ALL, 1_000, 0));
        assertThatThrownBy(() -> commissions.add(OPERATOR, rule("second", ALL, 900, 0)))
                .isInstanceOfSatisfying(DomainException.class, refused -> {
                    assertThat(refused.code()).isEqualTo(CommissionError.COMMISSION_OVERLAPS);
                    assertThat(refused.fields().get(0).arguments()).containsExactly("first");
                });
        commissions.end(OPERATOR, first, today(), "new tariff", 1);
        assertThatThrownBy(() -> commissions.end(OPERATOR, first, today(), "again", 1))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(CommissionError.COMMISSION_CHANGED));
        shop.mall.get(MallClock.class).advance(Duration.ofDays(1));
        commissions.add(OPERATOR, rule("second", ALL, 900, 0));
        assertThatThrownBy(() -> commissions.end(OPERATOR, first, today(), "again", 2))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(CommissionError.COMMISSION_ENDED));
        assertThat(rules(OPERATOR, null).items())
                .extracting(CommissionRule::name)
                .containsExactly("second", "first");
        assertThat(rules(OPERATOR, CommissionRule.State.ENDED).items())
                .extracting(CommissionRule::name)
                .containsExactly("first");
    }

    private Page<CommissionRule> rules(Caller caller, CommissionRule.@Nullable State state) {
        return commissions.list(caller, new CommissionFilter(state, null, today(), "en", null, 50));
    }

    @Test
    void everyWrongFieldIsNamed() {
        NewCommissionRule wrong =
                new NewCommissionRule("", ALL, 10_001, 5, 9L, 8L, -1, today().minusDays(1), today().minusDays(2));
        assertThatThrownBy(() -> commissions.add(OPERATOR, wrong))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.fields())
                        .extracting(field -> field.field())
                        .containsExactly("name", "rate", "feeTax", "cap", "currency", "validFrom", "validUntil"));
        assertThatThrownBy(() -> commissions.add(OPERATOR, rule("x", scope(Ids.next(), null, null), 1, 0)))
                .isInstanceOfSatisfying(
                        DomainException.class,
                        refused -> assertThat(refused.fields().get(0).field()).isEqualTo("company"));
        assertThat(rules(OPERATOR, null).items()).isEmpty();
    }

    @Test
    @Tag("A19")
    void aSellerSeesTheRulesThatHoldForItAndMayNotChangeThem() {
        commissions.add(OPERATOR, rule("all", ALL, 1_000, 0));
        commissions.add(OPERATOR, rule("mine", scope(shop.first, null, null), 600, 0));
        commissions.add(OPERATOR, rule("other", scope(shop.second, null, null), 100, 0));
        Caller seller = Caller.tenant(shop.first, Ids.next(), Permissions.SELLER_OWNER, "test");
        assertThat(rules(seller, null).items()).extracting(CommissionRule::name).containsExactly("mine", "all");
        assertThatThrownBy(() -> commissions.add(seller, rule("cheap", ALL, 0, 0)))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(SellerError.NOT_PERMITTED));
        assertThatThrownBy(() -> rules(Caller.tenant(shop.first, null, Set.of("goods.view"), "t"), null))
                .isInstanceOf(DomainException.class);
    }

    @Test
    void aWholeRefundMirrorsTheFeeAndItsTax() {
        commissions.add(OPERATOR, rule("Everyone", ALL, 777, 1_000));
        UUID variant = shop.variant(9_990, 5);
        Caller buyer = shop.guest();
        UUID payment = shop.approved(buyer, shop.offer(buyer, variant, 1));
        PlacedOrder order = ((Completion.Placed) shop.checkout.complete(buyer, payment)).order();
        shop.mall.get(OrderDesk.class).cancelOrder(OPERATOR, order.id(), "sold out");
        shop.mall.get(OrderDesk.class).refundCancelled(ShopFixture.WORKER, 10);
        assertThat(List.of(booked(order, "mall"), booked(order, "fee_tax"), booked(order, "seller")))
                .containsOnly(0L);
    }
}
