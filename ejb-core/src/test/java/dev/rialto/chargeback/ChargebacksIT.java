package dev.rialto.chargeback;

import static dev.rialto.checkout.ShopFixture.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.Completion;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.LedgerPurpose;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.FakeGateway;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.RefundPayment;
import dev.rialto.platform.MallClock;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChargebacksIT {
    private static final Caller TELLER =
            new Caller(Caller.Role.MALL, null, Ids.next(), null, Set.of("payment.refund"), "test");

    @TempDir
    static Path folder;

    static ShopFixture shop;
    static Chargebacks chargebacks;

    private int cases;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        chargebacks = shop.mall.get(Chargebacks.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    /** A paid order of 10,000 won and 3,000 for delivery, less the site's 5 %. */
    private record Bought(UUID payment, UUID order, long amount) {}

    private static Bought bought() {
        Caller buyer = shop.guest();
        UUID payment = shop.approved(buyer, shop.offer(buyer, shop.variant(10_000, 5), 1));
        UUID order = ((Completion.Placed) shop.checkout.complete(buyer, payment))
                .order()
                .id();
        PaymentDesk desk = shop.mall.get(PaymentDesk.class);
        desk.capture(WORKER, payment);
        return new Bought(payment, order, desk.view(WORKER, payment).captured().minor());
    }

    private UUID told(Bought bought, String name, String stage, long won) {
        String body = name + " " + ShopFixture.requestOf(bought.payment()) + " " + stage + " " + won;
        return chargebacks
                .receiveCallBack(WORKER, "fake", new CallBack(Map.of("signature", "good"), body))
                .orElseThrow();
    }

    private String newCase() {
        return "dp_" + getClass().getSimpleName() + Ids.next() + ++cases;
    }

    private static long account(LedgerPurpose purpose, Bought bought) {
        return shop.mall.value(
                Long.class,
                "select coalesce(sum(e.amount), 0) from ledger_entry e join ledger_account a on a.id = e.account_id"
                        + " join ledger_transfer t on t.id = e.transfer_id where t.order_id = ? and a.purpose = ?",
                bought.order(),
                purpose.name().toLowerCase(Locale.ROOT));
    }

    private static ChargebackView view(UUID id) {
        return chargebacks.view(TELLER, id);
    }

    private static void answer(UUID id, AnswerChargeback.Answer answer) {
        chargebacks.answer(TELLER, new AnswerChargeback(id, answer, "as the file says", view(id).version()));
    }

    @Test
    void aCaseToldTwiceIsOpenedOnceAndHoldsTheMoney() {
        Bought bought = bought();
        String name = newCase();
        UUID first = told(bought, name, "OPENED", bought.amount());
        assertThat(told(bought, name, "OPENED", bought.amount())).isEqualTo(first);
        assertThat(view(first).isOpen()).isTrue();
        assertThat(account(LedgerPurpose.DISPUTED, bought)).isEqualTo(bought.amount());
        assertThat(account(LedgerPurpose.GATEWAY, bought)).isZero();
        assertThat(account(LedgerPurpose.SELLER, bought)).isNegative();
    }

    @Test
    void anUnsignedCaseIsRefused() {
        assertThatThrownBy(() -> chargebacks.receiveCallBack(WORKER, "fake", new CallBack(Map.of(), "a b OPENED 1")))
                .hasMessageContaining("bad_signature");
    }

    @Test
    void aLostCaseTakesTheSharesOfSellerAndMallBack() {
        Bought bought = bought();
        String name = newCase();
        UUID id = told(bought, name, "OPENED", bought.amount());
        told(bought, name, "LOST", bought.amount());
        told(bought, name, "LOST", bought.amount());
        assertThat(view(id).stateNow()).isEqualTo(ChargebackState.LOST);
        for (LedgerPurpose purpose : LedgerPurpose.values()) {
            assertThat(account(purpose, bought)).as(purpose.name()).isZero();
        }
    }

    @Test
    void aWonCaseLeavesTheBooksAsTheyWere() {
        Bought bought = bought();
        long seller = account(LedgerPurpose.SELLER, bought);
        String name = newCase();
        UUID id = told(bought, name, "OPENED", bought.amount());
        chargebacks.addFile(TELLER, id, "note.txt", stream("He signed for it."));
        answer(id, AnswerChargeback.Answer.CONTEST);
        told(bought, name, "WON", bought.amount());
        assertThat(view(id).stateNow()).isEqualTo(ChargebackState.WON);
        assertThat(account(LedgerPurpose.DISPUTED, bought)).isZero();
        assertThat(account(LedgerPurpose.GATEWAY, bought)).isEqualTo(bought.amount());
        assertThat(account(LedgerPurpose.SELLER, bought)).isEqualTo(seller);
    }

    private static ByteArrayInputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void whatTheBankHoldsIsNotRefundedASecondTime() {
        Bought bought = bought();
        told(bought, newCase(), "OPENED", bought.amount());
        RefundPayment refund = new RefundPayment(
                bought.payment(), null, null, new Money(1_000, "KRW"), "goodwill", "twice-" + bought.payment());
        assertThatThrownBy(() -> shop.mall.get(PaymentDesk.class).refund(WORKER, refund))
                .hasMessageContaining("refund_exceeds_captured");
    }

    @Test
    void evidenceOfTheOrderAndFilesGoesToTheGatewayAndALostAnswerIsToldAgain() {
        Bought bought = bought();
        UUID id = told(bought, newCase(), "OPENED", bought.amount());
        assertThatThrownBy(() -> answer(id, AnswerChargeback.Answer.CONTEST)).hasMessage("evidence_missing");
        chargebacks.gather(TELLER, id, "order");
        chargebacks.gather(TELLER, id, "order");
        assertThatThrownBy(() -> chargebacks.gather(TELLER, id, "shipment")).hasMessage("evidence_missing");
        chargebacks.addFile(TELLER, id, "../../etc/signed \"note\".txt", stream("He signed for it."));
        assertThat(chargebacks.evidence(TELLER, id))
                .extracting(EvidenceView::kind)
                .containsExactly("order", "file");
        EvidenceView order = chargebacks.evidence(TELLER, id).get(0);
        assertThat(new String(chargebacks.open(TELLER, id, order.id()).content(), StandardCharsets.UTF_8))
                .contains(view(id).orderNumber(), "1 × Thing");
        assertThat(chargebacks.evidence(TELLER, id).get(1).name()).isEqualTo("signed note.txt");
        shop.gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        answer(id, AnswerChargeback.Answer.CONTEST);
        assertThat(view(id).wish()).isEqualTo("contest");
        shop.mall.get(MallClock.class).advance(Duration.ofMinutes(2));
        chargebacks.settle(WORKER, 50);
        assertThat(view(id).wish()).isNull();
        String told = "answer " + view(id).gatewayCase() + "-contest 2";
        assertThat(shop.gateway.calls().stream().filter(told::equals)).hasSize(2);
    }

    @Test
    void anAcceptedCaseIsToldAndStaysAcceptedWhenTheBankTakesTheMoney() {
        Bought bought = bought();
        String name = newCase();
        UUID id = told(bought, name, "OPENED", bought.amount());
        answer(id, AnswerChargeback.Answer.ACCEPT);
        assertThat(shop.gateway.calls()).contains("answer " + name + "-accept 0");
        assertThatThrownBy(() -> answer(id, AnswerChargeback.Answer.CONTEST)).hasMessageContaining("chargeback_state");
        told(bought, name, "LOST", bought.amount());
        assertThat(view(id).stateNow()).isEqualTo(ChargebackState.ACCEPTED);
        assertThat(account(LedgerPurpose.SELLER, bought)).isZero();
    }

    @Test
    void badInputIsNamedAndChangesNothing() {
        Bought bought = bought();
        UUID id = told(bought, newCase(), "OPENED", bought.amount());
        long version = view(id).version();
        assertThatThrownBy(() -> chargebacks.addFile(
                        TELLER, id, "x.bin", new ByteArrayInputStream(new byte[] {0, 1, 2, (byte) 0xff})))
                .hasMessageContaining("evidence_unknown");
        assertThatThrownBy(() -> chargebacks.gather(TELLER, id, "weather")).hasMessageContaining("chargeback_invalid");
        assertThatThrownBy(() -> chargebacks.answer(
                        TELLER, new AnswerChargeback(id, AnswerChargeback.Answer.ACCEPT, " ", version)))
                .hasMessageContaining("chargeback_invalid");
        assertThatThrownBy(() -> chargebacks.answer(
                        TELLER, new AnswerChargeback(id, AnswerChargeback.Answer.ACCEPT, "why", version + 1)))
                .hasMessageContaining("chargeback_changed");
        assertThatThrownBy(() -> chargebacks.view(TELLER, Ids.next())).hasMessage("chargeback_not_found");
        Caller clerk = new Caller(Caller.Role.MALL, null, Ids.next(), null, Set.of("order.view"), "test");
        assertThatThrownBy(() -> chargebacks.view(clerk, id)).hasMessageContaining("not_permitted");
        assertThat(view(id).version()).isEqualTo(version);
        assertThat(chargebacks.evidence(TELLER, id)).isEmpty();
    }

    @Test
    void aSellerSeesNoCases() {
        Bought bought = bought();
        UUID id = told(bought, newCase(), "OPENED", bought.amount());
        Caller seller = new Caller(
                Caller.Role.TENANT, shop.first, Ids.next(), null, Set.of("payment.refund", "order.view"), "test");
        assertThat(chargebacks.ofOrder(seller, bought.order())).isEmpty();
        assertThatThrownBy(() -> chargebacks.view(seller, id)).isInstanceOf(RuntimeException.class);
    }
}
