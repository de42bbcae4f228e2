package dev.rialto.returns;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.order.ChangePart;
import dev.rialto.order.OrderState;
import dev.rialto.order.OrderView;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import dev.rialto.refund.DecideRefund;
import dev.rialto.refund.OwedRefund;
import dev.rialto.refund.OwedState;
import dev.rialto.refund.RefundApprovals;
import dev.rialto.refund.RefundLimits;
import dev.rialto.refund.RefundQuestion;
import dev.rialto.refund.RefundTerms;
import dev.rialto.seller.Permissions;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Beyond a limit, here the usual one of a million won, a refund that staff ask for needs a second person. */
@Tag("D84")
class LargeRefundIT {
    @TempDir
    static Path folder;

    static ReturnFixture mall;
    static RefundApprovals approvals;
    static Caller second;

    @BeforeAll
    static void open() {
        mall = new ReturnFixture(folder);
        approvals = mall.shop.mall.get(RefundApprovals.class);
        second = Caller.operator(mall.shop.member().account(), Permissions.OPERATOR, "test");
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static PlacedOrder paid() {
        return mall.shop.buy(mall.shop.guest(), mall.shop.variant(2_000_000, 9), 1);
    }

    private static boolean goodwill(PlacedOrder order, long won) {
        SubOrderView part = mall.part(order);
        return mall.orderDesk.goodwill(
                mall.operator, new ChangePart(part.id(), "scratched", part.version()), new Money(won, "KRW"));
    }

    private static OwedRefund only(PlacedOrder order) {
        List<OwedRefund> all = mall.refundsOf(order);
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private static DecideRefund decision(OwedRefund refund, String note) {
        return new DecideRefund(refund.id(), note, refund.version());
    }

    @Test
    void aLargeRefundWaitsUntilSomebodyElseLetsItGo() {
        PlacedOrder order = paid();
        assertThat(goodwill(order, 1_000_001)).isTrue();
        OwedRefund waiting = only(order);
        assertThat(waiting.state()).isEqualTo(OwedState.WAITING);
        assertThat(mall.view(order).payment().refunded().isZero()).isTrue();
        assertThat(mall.mails("order_goodwill", order.id())).isZero();
        mall.refunds.payOpen(Caller.worker("test"), 100);
        assertThat(only(order).state()).as("no job pays it").isEqualTo(OwedState.WAITING);

        RefundQuestion asked = approvals.view(second, waiting.id());
        assertThat(asked.refund().reason()).isEqualTo("scratched");
        assertThat(asked.refund().requestedBy()).isEqualTo(mall.operator.account());
        assertThat(asked.before().isZero()).isTrue();
        assertThat(asked.after()).isEqualTo(new Money(1_000_001, "KRW"));
        approvals.approve(second, decision(waiting, "seen the picture"));

        assertThat(only(order).state()).isEqualTo(OwedState.PAID);
        assertThat(only(order).decision().by()).isEqualTo(second.account());
        assertThat(mall.view(order).payment().refunded()).isEqualTo(new Money(1_000_001, "KRW"));
        assertThat(mall.mails("order_goodwill", order.id())).isEqualTo(1);
        assertThat(mall.view(order).events())
                .extracting(OrderView.OrderEvent::kind)
                .containsOnlyOnce("goodwill")
                .contains("refunded");
        assertThat(deeds(waiting)).isEqualTo("refund.approve waiting>open seen the picture");
    }

    private static String deeds(OwedRefund refund) {
        return mall.shop.mall.value(
                String.class,
                "select string_agg(action || ' ' || (before ->> 'state') || '>' || (after ->> 'state') || ' ' || reason,"
                        + " ', ' order by at) from audit where subject_kind = 'refund_owed' and subject_id = ?::text",
                refund.id());
    }

    @Test
    void theOthersWhoMayDecideAreToldByMailInTheirLanguage() {
        mall.shop.mall.execute(
                "insert into mall_staff (account_id, role, added_at) values (?, 'operator', now()), (?, 'operator', now())",
                mall.operator.account(),
                second.account());
        mall.shop.mall.execute("""
                insert into person (account_id, email, name, language)
                values (?, 'asks@example.test', 'Ask', 'en'), (?, 'decides@example.test', 'Dec', 'ko')
                """, mall.operator.account(), second.account());
        PlacedOrder small = paid();
        goodwill(small, 1_000_000);
        assertThat(mall.mails("refund_waits", only(small).id())).isZero();
        PlacedOrder order = paid();
        goodwill(order, 1_000_001);
        OwedRefund waiting = only(order);
        assertThat(mall.mails("refund_waits", waiting.id())).isEqualTo(1);
        String mail = mall.shop.mall.value(
                String.class,
                "select recipient || ' ' || subject || ' ' || text_body from mail join outbox on id = outbox_id"
                        + " where subject_id = ?",
                waiting.id());
        assertThat(mail)
                .startsWith("decides@example.test ")
                .contains("두 번째 승인을 기다립니다", "₩1,000,001", "scratched", "/refunds/refund_");
        approvals.refuse(second, decision(waiting, "why?"));
        approvals.askAgain(mall.operator, decision(only(order), "see the picture"));
        assertThat(mall.mails("refund_waits", waiting.id())).isEqualTo(2);
        mall.shop.mall.execute("delete from mall_staff");
    }

    @Test
    void operatorsSetTheLimitAndNobodyElse() {
        RefundLimits limits = mall.shop.mall.get(RefundLimits.class);
        RefundTerms before = limits.terms(mall.operator);
        assertThat(before.limit("KRW")).contains(new Money(1_000_000, "KRW"));
        RefundTerms lower = new RefundTerms(Map.of("KRW", new Money(500, "KRW")), before.version());
        Caller viewer = Caller.operator(Ids.next(), Permissions.VIEWER, "test");
        assertThatThrownBy(() -> limits.change(viewer, lower)).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> limits.change(
                        mall.operator, new RefundTerms(Map.of("KRW", new Money(-1, "KRW")), before.version())))
                .hasMessageContaining("limit.KRW");
        limits.change(mall.operator, lower);
        assertThatThrownBy(() -> limits.change(second, lower)).hasMessageContaining("refund_changed");
        assertThat(goodwill(paid(), 501)).isTrue();
        limits.change(mall.operator, new RefundTerms(Map.of(), before.version() + 1));
        assertThat(goodwill(paid(), 1_900_000)).as("no limit").isFalse();
        limits.change(mall.operator, new RefundTerms(before.alone(), before.version() + 2));
        assertThat(mall.shop.mall.value(
                        String.class,
                        "select string_agg((before #>> '{}') || ' > ' || (after #>> '{}'), '; ' order by at) from audit"
                                + " where action = 'refund.limits'"))
                .startsWith("CNY 5000.00, EUR 1000.00, JPY 100000, KRW 1000000, USD 1000.00 > KRW 500; KRW 500 > any;");
    }

    @Test
    void nobodyLetsTheirOwnRequestGoAndNobodyWithoutThePermission() {
        PlacedOrder order = paid();
        goodwill(order, 1_500_000);
        OwedRefund waiting = only(order);
        assertThatThrownBy(() -> approvals.approve(mall.operator, decision(waiting, "mine")))
                .hasMessageContaining("own_request");
        Caller viewer = Caller.operator(Ids.next(), Permissions.VIEWER, "test");
        assertThatThrownBy(() -> approvals.approve(viewer, decision(waiting, "ok")))
                .hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> approvals.approve(second, new DecideRefund(waiting.id(), "", 99)))
                .hasMessageContaining("refund_changed");
        Caller stranger = ReturnFixture.staffOf(mall.shop.second);
        assertThatThrownBy(() -> approvals.view(stranger, waiting.id())).hasMessageContaining("refund_not_found");
        assertThat(only(order).state()).isEqualTo(OwedState.WAITING);
        assertThat(mall.view(order).payment().refunded().isZero()).isTrue();
    }

    @Test
    void aRefusalGivesTheReasonAndOwesNothingUntilSomebodyAsksAgain() {
        PlacedOrder order = paid();
        goodwill(order, 1_200_000);
        OwedRefund waiting = only(order);
        assertThatThrownBy(() -> approvals.refuse(second, decision(waiting, " ")))
                .hasMessageContaining("refund_invalid");
        approvals.refuse(second, decision(waiting, "no proof"));
        OwedRefund refused = only(order);
        assertThat(refused.state()).isEqualTo(OwedState.REFUSED);
        assertThat(refused.decision().note()).isEqualTo("no proof");
        assertThatThrownBy(() -> approvals.approve(second, decision(refused, "after all")))
                .hasMessageContaining("refund_settled");

        approvals.askAgain(second, decision(refused, "the proof came"));
        OwedRefund again = only(order);
        assertThatThrownBy(() -> approvals.approve(second, decision(again, "")))
                .as("who asks again is who asked")
                .hasMessageContaining("own_request");
        approvals.approve(mall.operator, decision(again, ""));
        assertThat(mall.view(order).payment().refunded()).isEqualTo(new Money(1_200_000, "KRW"));
    }

    @Test
    void whatWasRefusedIsFreeForAnotherRefundAndCannotThenBeAskedForAgain() {
        PlacedOrder order = paid();
        long total = mall.part(order).total();
        goodwill(order, total);
        OwedRefund waiting = only(order);
        assertThatThrownBy(() -> goodwill(order, 1)).hasMessageContaining("nothing_paid");
        approvals.refuse(second, decision(waiting, "too much"));
        assertThat(goodwill(order, 900_000)).isFalse();
        OwedRefund refused = mall.refundsOf(order).stream()
                .filter(each -> each.state() == OwedState.REFUSED)
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> approvals.askAgain(second, decision(refused, "please")))
                .hasMessageContaining("refund_too_high");
    }

    @Test
    void severalSmallOnesOfOnePersonCountAsOneAndTheBuyersOwnDoingDoesNotWait() {
        PlacedOrder order = paid();
        assertThat(goodwill(order, 600_000)).isFalse();
        assertThat(goodwill(order, 400_001)).isTrue();

        Caller buyer = mall.shop.guest();
        PlacedOrder own = mall.shop.buy(buyer, mall.shop.variant(2_000_000, 9), 1);
        mall.orderDesk.cancel(buyer, own.number());
        assertThat(mall.view(own).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(only(own).state()).isEqualTo(OwedState.PAID);
    }

    @Test
    void aDepositThatWasLetGoWaitsToBeSentByHand() {
        PlacedOrder order = mall.deposit(mall.shop.guest(), mall.shop.variant(2_000_000, 9), 1);
        mall.confirm(order);
        goodwill(order, 1_100_000);
        approvals.approve(second, decision(only(order), ""));
        assertThat(only(order).state()).isEqualTo(OwedState.BY_HAND);
        assertThat(mall.view(order).payment().refunded().isZero()).isTrue();
    }

    @Test
    @Tag("D81")
    void aLargeReturnEndsOnceItsMoneyWasLetGo() {
        Caller buyer = mall.shop.guest();
        PlacedOrder order = mall.shop.buy(buyer, mall.shop.variant(2_000_000, 9), 1);
        mall.ship(order);
        ReturnView requested = mall.returns.request(buyer, mall.request(order, 1));
        mall.inspect(mall.arrived(requested), 1, 0);
        assertThat(mall.now(requested).state()).isEqualTo(ReturnState.INSPECTED);
        approvals.approve(second, decision(only(order), ""));
        assertThat(mall.now(requested).state()).isEqualTo(ReturnState.REFUNDED);
    }
}
