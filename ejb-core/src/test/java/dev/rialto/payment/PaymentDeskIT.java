package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.TestMall;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PaymentDeskIT {
    private static final Caller WORKER = Caller.worker("test");

    @TempDir
    static Path folder;

    static TestMall mall;
    static Shop shop;
    static PaymentDesk desk;
    static FakeGateway gateway;

    @BeforeAll
    static void open() {
        FakeGateway.prefer();
        mall = TestMall.empty(folder, FakeGateway.class);
        shop = new Shop(mall);
        desk = mall.get(PaymentDesk.class);
        gateway = mall.get(FakeGateway.class);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private static String request(UUID payment) {
        return Ids.external("pay", payment);
    }

    private static UUID started(long won) {
        UUID payment = desk.prepare(WORKER, shop.card(shop.checkout(), won));
        desk.start(WORKER, payment);
        return payment;
    }

    private static UUID approved(long won) {
        UUID payment = started(won);
        gateway.approve(request(payment));
        desk.ask(WORKER, payment);
        return payment;
    }

    private static UUID orderOf(UUID payment) {
        return shop.order(desk.view(WORKER, payment).checkoutId());
    }

    private static UUID captured(long won) {
        UUID payment = approved(won);
        UUID order = orderOf(payment);
        desk.consumeApproval(WORKER, payment, order);
        mall.get(Ledger.class).postSale(WORKER, shop.sale(order, won));
        desk.capture(WORKER, payment);
        return payment;
    }

    @Test
    @Tag("D48")
    void aStartedPaymentLeadsToTheGatewaysPageAndTwoClicksToTheSame() {
        UUID checkout = shop.checkout();
        UUID payment = desk.prepare(WORKER, shop.card(checkout, 12_000));
        assertThat(desk.prepare(WORKER, shop.card(checkout, 12_000))).isEqualTo(payment);
        PaymentStart first = desk.start(WORKER, payment);
        assertThat(first).isEqualTo(new PaymentStart.Redirect("https://pay.test/" + request(payment)));
        assertThat(desk.start(WORKER, payment)).isEqualTo(first);
        assertThat(gateway.page(request(payment)).returnUrl())
                .isEqualTo("https://mall.test/checkout/pay/" + Ids.external("payment", payment));
    }

    @Test
    @Tag("D49")
    void tenClicksAtOnceMakeOnePayment() throws Exception {
        UUID checkout = shop.checkout();
        List<UUID> payments = atOnce(10, () -> desk.prepare(WORKER, shop.card(checkout, 5_000)));
        assertThat(payments).containsOnly(payments.get(0));
    }

    @Test
    void anotherAmountGivesTheFirstAttemptUpAndAnApprovalOfItIsVoided() {
        UUID checkout = shop.checkout();
        UUID first = desk.prepare(WORKER, shop.card(checkout, 5_000));
        desk.start(WORKER, first);
        UUID second = desk.prepare(WORKER, shop.card(checkout, 6_000));
        assertThat(second).isNotEqualTo(first);
        assertThat(desk.start(WORKER, second)).isInstanceOf(PaymentStart.Redirect.class);
        gateway.approve(request(first));
        settleLater();
        assertThat(gateway.state(request(first))).isEqualTo(GatewayReport.Status.VOIDED);
        assertThat(desk.view(WORKER, first).state()).isEqualTo(PaymentState.VOIDED);
    }

    @Test
    @Tag("D11")
    void theGatewaysTransactionNumberResultAndTimeAreKept() {
        PaymentView view = desk.view(WORKER, approved(7_000));
        assertThat(view.state()).isEqualTo(PaymentState.APPROVED);
        assertThat(view.gatewayTransaction()).isEqualTo("tx-" + request(view.id()));
        assertThat(view.gatewayResult()).isEqualTo("approved");
        assertThat(mall.value(
                        int.class,
                        "select count(*) from payment_event where payment_id = ? and kind = 'approved'",
                        view.id()))
                .isEqualTo(1);
    }

    @Test
    void aLostAnswerIsAskedForAgainAtOnceUnderTheSameRequestId() {
        gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        UUID payment = desk.prepare(WORKER, shop.card(shop.checkout(), 1_000));
        assertThat(desk.start(WORKER, payment)).isInstanceOf(PaymentStart.Redirect.class);
        assertThat(gateway.calls().stream().filter(("open " + request(payment))::equals))
                .hasSize(2);
    }

    @Test
    void aSilentGatewayLeavesThePaymentUnknownAndItCanBeStartedAgain() {
        gateway.next(FakeGateway.Trouble.LOSE_ANSWER, FakeGateway.Trouble.LOSE_ANSWER);
        UUID payment = desk.prepare(WORKER, shop.card(shop.checkout(), 1_000));
        assertThat(desk.start(WORKER, payment)).isEqualTo(new PaymentStart.Unknown());
        assertThat(desk.view(WORKER, payment).state()).isEqualTo(PaymentState.UNKNOWN);
        assertThat(desk.start(WORKER, payment)).isInstanceOf(PaymentStart.Redirect.class);
    }

    @Test
    void aRefusedPaymentIsOver() {
        gateway.next(FakeGateway.Trouble.REFUSE);
        UUID payment = desk.prepare(WORKER, shop.card(shop.checkout(), 1_000));
        assertThat(desk.start(WORKER, payment)).isEqualTo(new PaymentStart.Refused("refused"));
        assertThatThrownBy(() -> desk.start(WORKER, payment))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.PAYMENT_STATE));
    }

    @Test
    @Tag("D12")
    void askingTwiceGivesTheSameAnswer() {
        UUID payment = approved(3_000);
        PaymentView once = desk.ask(WORKER, payment);
        assertThat(desk.ask(WORKER, payment)).isEqualTo(once);
    }

    @Test
    void oneOfManyTakesTheApproval() throws Exception {
        UUID payment = approved(9_000);
        UUID order = orderOf(payment);
        List<Boolean> taken = atOnce(8, () -> desk.consumeApproval(WORKER, payment, order));
        assertThat(taken).containsOnlyOnce(true);
        assertThat(desk.view(WORKER, payment).orderId()).isEqualTo(order);
    }

    @Test
    void callBackAndQuestionTellTheSameNewsOnce() {
        UUID payment = started(4_000);
        gateway.approve(request(payment));
        CallBack callBack = new CallBack(Map.of("Signature", "good"), request(payment));
        assertThat(desk.receiveCallBack(WORKER, "fake", callBack)).contains(payment);
        assertThat(desk.receiveCallBack(WORKER, "fake", callBack)).contains(payment);
        desk.ask(WORKER, payment);
        assertThat(mall.value(int.class, "select count(*) from payment_event where payment_id = ?", payment))
                .isEqualTo(1);
    }

    @Test
    void aForgedCallBackIsRefusedAndChangesNothing() {
        UUID payment = started(4_000);
        gateway.approve(request(payment));
        CallBack forged = new CallBack(Map.of("signature", "bad"), request(payment));
        assertThatThrownBy(() -> desk.receiveCallBack(WORKER, "fake", forged))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.BAD_SIGNATURE));
        assertThat(desk.view(WORKER, payment).state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void anApprovalThatNobodyTakesIsVoidedAndCannotBeTakenAfterwards() {
        UUID payment = approved(8_000);
        UUID order = orderOf(payment);
        gateway.next(FakeGateway.Trouble.LOSE_REQUEST);
        assertThat(desk.voidApproval(WORKER, payment, "sold out")).isTrue();
        assertThat(desk.consumeApproval(WORKER, payment, order)).isFalse();
        settleLater();
        assertThat(desk.view(WORKER, payment).state()).isEqualTo(PaymentState.VOIDED);
        assertThat(gateway.state(request(payment))).isEqualTo(GatewayReport.Status.VOIDED);
    }

    @Test
    void anOrdersApprovalIsNotVoided() {
        UUID payment = approved(8_000);
        desk.consumeApproval(WORKER, payment, orderOf(payment));
        assertThat(desk.voidApproval(WORKER, payment, "mistake")).isFalse();
    }

    @Test
    void theJobCapturesWhatACrashLeft() {
        UUID payment = approved(2_000);
        desk.consumeApproval(WORKER, payment, orderOf(payment));
        settleLater();
        assertThat(desk.view(WORKER, payment).state()).isEqualTo(PaymentState.CAPTURED);
        assertThat(desk.view(WORKER, payment).captured().minor()).isEqualTo(2_000);
    }

    @Test
    void theJobFindsApprovalsOfShoppersWhoNeverCameBack() {
        UUID payment = started(2_500);
        gateway.approve(request(payment));
        assertThat(settleLater()).contains(payment);
        assertThat(desk.view(WORKER, payment).state()).isEqualTo(PaymentState.APPROVED);
    }

    @Test
    void anAttemptThatNeverReachedTheGatewayIsClosed() {
        UUID payment = desk.prepare(WORKER, shop.card(shop.checkout(), 1_000));
        settleLater();
        assertThat(desk.view(WORKER, payment).state()).isEqualTo(PaymentState.DECLINED);
    }

    @Test
    void anApprovalAfterThePaymentWasDeclinedIsGivenBack() {
        UUID payment = started(2_500);
        gateway.decline(request(payment));
        desk.ask(WORKER, payment);
        gateway.approve(request(payment));
        desk.receiveCallBack(WORKER, "fake", new CallBack(Map.of("signature", "good"), request(payment)));
        settleLater();
        assertThat(gateway.state(request(payment))).isEqualTo(GatewayReport.Status.VOIDED);
    }

    @Test
    void refundsInPartsNeverExceedWhatWasCaptured() {
        UUID payment = captured(10_000);
        assertThat(refund(payment, 4_000, "a").state()).isEqualTo(RefundState.DONE);
        assertThat(refund(payment, 6_000, "b").state()).isEqualTo(RefundState.DONE);
        assertThatThrownBy(() -> refund(payment, 1, "c"))
                .isInstanceOfSatisfying(DomainException.class, e -> assertThat(e.code())
                        .isEqualTo(PaymentError.REFUND_EXCEEDS_CAPTURED));
        assertThat(desk.view(WORKER, payment).refundable().minor()).isZero();
    }

    @Test
    void theSameRefundAskedForTwiceIsMadeOnce() {
        UUID payment = captured(10_000);
        RefundView once = refund(payment, 3_000, "same");
        assertThat(refund(payment, 3_000, "same")).isEqualTo(once);
        assertThat(desk.view(WORKER, payment).refunded().minor()).isEqualTo(3_000);
        assertThatThrownBy(() -> refund(payment, 4_000, "same"))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.REQUEST_ID_REUSED));
    }

    @Test
    void aRefundWithoutAnswerIsUnknownUntilItIsAskedAgain() {
        UUID payment = captured(10_000);
        gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        assertThat(refund(payment, 3_000, "lost").state()).isEqualTo(RefundState.UNKNOWN);
        settleLater();
        assertThat(refund(payment, 3_000, "lost").state()).isEqualTo(RefundState.DONE);
    }

    @Test
    void aRefusedRefundFreesItsAmount() {
        UUID payment = captured(10_000);
        gateway.next(FakeGateway.Trouble.REFUSE);
        assertThat(refund(payment, 3_000, "no").state()).isEqualTo(RefundState.FAILED);
        assertThat(desk.view(WORKER, payment).refundable().minor()).isEqualTo(10_000);
    }

    @Test
    void shoppersAndStaffWithoutTheRightRefundNothing() {
        UUID payment = captured(10_000);
        RefundPayment wanted = new RefundPayment(payment, null, null, new Money(1, "KRW"), "because", "forbidden");
        assertThatThrownBy(() -> desk.refund(Caller.operator(Ids.next(), Set.of(), "t"), wanted))
                .isInstanceOfSatisfying(
                        DomainException.class, e -> assertThat(e.code()).isEqualTo(PaymentError.NOT_PERMITTED));
    }

    @Test
    void aShopperSeesNoPayments() {
        UUID payment = started(1_000);
        assertThatThrownBy(() -> desk.view(Caller.anonymous("t"), payment)).hasMessageContaining("permission denied");
    }

    private static RefundView refund(UUID payment, long won, String request) {
        return desk.refund(
                WORKER, new RefundPayment(payment, null, null, new Money(won, "KRW"), "returned", payment + request));
    }

    private static List<UUID> settleLater() {
        mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        return desk.settleUnknown(WORKER, 100);
    }

    private static <T> List<T> atOnce(int times, Callable<T> work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(times);
        try {
            List<Future<T>> futures = threads.invokeAll(Collections.nCopies(times, work));
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
