package dev.rialto.returns;

import static dev.rialto.returns.ReturnFixture.staffOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.commission.Commissions;
import dev.rialto.commission.NewCommissionRule;
import dev.rialto.document.Invoices;
import dev.rialto.document.Paper;
import dev.rialto.fulfilment.SubOrderState;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.order.ChangePart;
import dev.rialto.order.OrderState;
import dev.rialto.order.OrderView;
import dev.rialto.order.PlacedOrder;
import dev.rialto.order.SubOrderView;
import dev.rialto.platform.MallClock;
import dev.rialto.refund.OwedRefund;
import dev.rialto.refund.OwedState;
import dev.rialto.refund.PayByHand;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReturnsIT {
    @TempDir
    static Path folder;

    static ReturnFixture mall;

    @BeforeAll
    static void open() {
        mall = new ReturnFixture(folder);
    }

    @AfterAll
    static void close() {
        mall.close();
    }

    private record Sent(Caller buyer, UUID variant, PlacedOrder order) {}

    private static Sent sent(long won, int quantity) {
        Caller buyer = mall.shop.guest();
        UUID variant = mall.shop.variant(won, 10);
        PlacedOrder order = mall.shop.buy(buyer, variant, quantity);
        mall.ship(order);
        return new Sent(buyer, variant, order);
    }

    @Test
    @Tag("D81")
    @Tag("D84")
    void aReturnGoesFromRequestToMoneyAndStock() {
        Sent sent = sent(10_000, 2);
        ReturnView requested = mall.returns.request(sent.buyer(), mall.request(sent.order(), 2));
        assertThat(mall.returns.list(mall.operator, ReturnFilter.newest(10)).items())
                .extracting(ReturnView::id)
                .contains(requested.id());
        ReturnView arrived = mall.arrived(requested);
        mall.inspect(arrived, 2, 0);

        ReturnView done = mall.now(requested);
        OrderView order = mall.view(sent.order());
        assertThat(done.state()).isEqualTo(ReturnState.REFUNDED);
        assertThat(done.refund()).isEqualTo(order.total());
        assertThat(order.payment().refunded()).isEqualTo(order.total());
        assertThat(mall.shop.stock("on_hand", sent.variant())).isEqualTo(10);
        assertThat(order.events())
                .extracting(OrderView.OrderEvent::kind)
                .contains("return_requested", "return_approved", "return_received", "return_inspected", "refunded");
        assertThat(order.events().stream()
                        .filter(event -> event.kind().equals("return_approved"))
                        .findFirst())
                .hasValueSatisfying(event -> {
                    assertThat(event.accountId()).isEqualTo(mall.operator.account());
                    assertThat(event.reason()).isEqualTo("send it to us");
                });
        for (String step : List.of("requested", "approved", "received", "inspected", "refunded")) {
            assertThat(mall.mails("return_" + step, requested.id())).as(step).isEqualTo(1);
        }
    }

    @Test
    @Tag("D81")
    void aPartOfAnOrderGivesBackItsShareOfGoodsAndDelivery() {
        Sent sent = sent(10_000, 3);
        ReturnView requested = mall.returns.request(sent.buyer(), mall.request(sent.order(), 2));
        mall.inspect(mall.arrived(requested), 1, 1);
        // 9,500 of 28,500 for goods, and 1,000 of 3,000 for delivery
        assertThat(mall.now(requested).refund()).isEqualTo(new Money(10_500, "KRW"));
        assertThat(mall.now(requested).outcome()).isEqualTo(ReturnOutcome.PARTLY);
        assertThat(mall.shop.stock("on_hand", sent.variant())).isEqualTo(7);
        assertThat(mall.shop.mall.value(
                        String.class,
                        "select string_agg(kind || quantity, ',' order by kind) from stock_movement"
                                + " where variant_id = ? and reason like '%' || ? || '%'",
                        sent.variant(),
                        requested.number()))
                .isEqualTo("correction-1,return1");
    }

    @Test
    void moreThanWasBoughtOrShippedDoesNotComeBack() {
        Sent sent = sent(10_000, 2);
        refused(sent.buyer(), mall.request(sent.order(), 3), "over_returnable");
        refused(sent.buyer(), mall.request(sent.order(), 0), "out_of_range");
        mall.returns.request(sent.buyer(), mall.request(sent.order(), 2));
        refused(sent.buyer(), mall.request(sent.order(), 1), "nothing_to_return");
        Caller other = mall.shop.guest();
        PlacedOrder unsent = mall.shop.buy(other, mall.shop.variant(10_000, 9), 1);
        refused(other, mall.request(unsent, 1), "nothing_to_return");
    }

    @Test
    void nobodyReturnsOrHandlesWhatIsNotTheirs() {
        Sent sent = sent(10_000, 1);
        RequestReturn request = mall.request(sent.order(), 1);
        refused(mall.shop.guest(), request, "return_not_found");
        assertThatThrownBy(() ->
                        mall.returns.returnable(mall.shop.guest(), sent.order().number()))
                .hasMessageContaining("return_not_found");
        refused(
                sent.buyer(),
                new RequestReturn(
                        request.orderNumber(),
                        request.partNumber(),
                        request.ground(),
                        request.wish(),
                        "x",
                        List.of(new RequestReturn.Item(Ids.next(), 1, null))),
                "unknown");
        ReturnView made = mall.returns.request(sent.buyer(), request);
        Caller second = staffOf(mall.shop.second);
        assertThatThrownBy(() -> mall.desk.approve(second, new AnswerReturn(made.id(), "ok", made.version())))
                .hasMessageContaining("return_not_found");
        assertThat(mall.returns.list(second, ReturnFilter.newest(50)).items()).doesNotContain(made);
        mall.desk.approve(staffOf(mall.shop.first), new AnswerReturn(made.id(), "ok", made.version()));
        assertThat(mall.now(made).state()).isEqualTo(ReturnState.APPROVED);
    }

    @Test
    void ofTwoWhoActAtOnceOneWins() {
        Sent sent = sent(10_000, 1);
        ReturnView made = mall.returns.request(sent.buyer(), mall.request(sent.order(), 1));
        mall.desk.approve(mall.operator, new AnswerReturn(made.id(), "come", made.version()));
        assertThatThrownBy(() -> mall.desk.refuse(mall.operator, new AnswerReturn(made.id(), "no", made.version())))
                .hasMessageContaining("return_changed");
        assertThatThrownBy(() -> mall.inspect(mall.now(made), 1, 0)).hasMessageContaining("return_state");
        assertThat(mall.now(made).state()).isEqualTo(ReturnState.APPROVED);
    }

    @Test
    void withdrawalEndsFourteenDaysAfterDeliveryAndAFaultDoesNot() {
        Sent sent = sent(10_000, 1);
        mall.deliver(sent.order());
        mall.shop.mall.get(MallClock.class).advance(Duration.ofDays(14));
        RequestReturn inTime = mall.request(sent.order(), 1);
        assertThat(mall.returns
                        .returnable(sent.buyer(), sent.order().number())
                        .get(0)
                        .mayWithdraw())
                .isTrue();
        mall.shop.mall.get(MallClock.class).advance(Duration.ofDays(1));
        refused(sent.buyer(), inTime, "return_too_late");
        RequestReturn fault = new RequestReturn(
                inTime.orderNumber(),
                inTime.partNumber(),
                ReturnGround.FAULT,
                ReturnWish.REFUND,
                "broken",
                inTime.items());
        assertThat(mall.returns.request(sent.buyer(), fault).ground()).isEqualTo(ReturnGround.FAULT);
    }

    @Test
    void whatIsRejectedGivesNothingBackAndNeedsAReason() {
        Sent sent = sent(10_000, 1);
        ReturnView arrived = mall.arrived(mall.returns.request(sent.buyer(), mall.request(sent.order(), 1)));
        assertThatThrownBy(() -> mall.desk.inspect(
                        mall.operator, new InspectReturn(arrived.id(), Map.of(), "", arrived.version())))
                .hasMessageContaining("text");
        assertThatThrownBy(() -> mall.inspect(arrived, 2, 0)).hasMessageContaining("out_of_range");
        mall.inspect(arrived, 0, 0);
        assertThat(mall.now(arrived).state()).isEqualTo(ReturnState.CLOSED);
        assertThat(mall.refundsOf(sent.order())).isEmpty();
        assertThat(mall.shop.stock("on_hand", sent.variant())).isEqualTo(9);
    }

    @Test
    @Tag("D82")
    void anExchangeShipsTheReplacementMovesStockAndGivesTheDifferenceBack() {
        Sent sent = sent(10_000, 2);
        UUID cheaper = mall.sibling(sent.variant(), 9_000, 5);
        ReturnView made =
                mall.returns.request(sent.buyer(), mall.request(sent.order(), 2, ReturnWish.EXCHANGE, cheaper));
        mall.inspect(mall.arrived(made), 2, 0);
        assertThat(mall.now(made).isToReplace()).isTrue();
        mall.desk.replace(mall.operator, new ShipReplacement(made.id(), "Post", "X-9", mall.version(made)));

        assertThat(mall.now(made).state()).isEqualTo(ReturnState.EXCHANGED);
        assertThat(mall.part(sent.order()).shipments())
                .extracting(SubOrderView.Shipment::trackingNumber)
                .contains("X-9");
        assertThat(mall.shop.stock("on_hand", sent.variant())).isEqualTo(10);
        assertThat(mall.shop.stock("on_hand", cheaper)).isEqualTo(3);
        // the site takes 5 % off both: 9,500 − 8,550, twice
        assertThat(mall.view(sent.order()).payment().refunded()).isEqualTo(new Money(1_900, "KRW"));
        assertThat(mall.mails("return_exchanged", made.id())).isEqualTo(1);
        assertThatThrownBy(() -> mall.desk.replace(
                        mall.operator, new ShipReplacement(made.id(), "Post", null, mall.version(made))))
                .hasMessageContaining("return_state");
    }

    @Test
    @Tag("D82")
    void aDearerReplacementShipsOnceTheBuyerPaidTheDifference() {
        Sent sent = sent(10_000, 2);
        UUID dearer = mall.sibling(sent.variant(), 12_000, 5);
        ReturnView made =
                mall.returns.request(sent.buyer(), mall.request(sent.order(), 2, ReturnWish.EXCHANGE, dearer));
        mall.inspect(mall.arrived(made), 2, 0);
        ReturnView toPay = mall.now(made);
        // the site takes 5 % off both: 11,400 − 9,500, twice
        assertThat(toPay.state()).isEqualTo(ReturnState.TO_PAY);
        assertThat(toPay.extra()).isEqualTo(new Money(3_800, "KRW"));
        assertThat(mall.mails("return_to_pay", made.id())).isEqualTo(1);
        assertThatThrownBy(() -> mall.desk.replace(
                        mall.operator, new ShipReplacement(made.id(), "Post", null, mall.version(made))))
                .hasMessageContaining("return_state");
        assertThatThrownBy(() -> mall.inspect(toPay, 2, 0)).hasMessageContaining("return_state");
        assertThatThrownBy(() -> mall.extras.pay(
                        mall.shop.guest(), made.orderNumber(), made.number(), new ExtraPlace(mall.shop.site, "en")))
                .hasMessageContaining("return_not_found");

        UUID payment = mall.payExtra(sent.buyer(), made);
        assertThatThrownBy(() -> mall.startExtra(sent.buyer(), made)).hasMessageContaining("return_state");
        mall.desk.replace(mall.operator, new ShipReplacement(made.id(), "Post", "X-1", mall.version(made)));
        OrderView order = mall.view(sent.order());
        assertThat(order.events())
                .extracting(OrderView.OrderEvent::kind)
                .containsSubsequence("return_to_pay", "return_paid", "return_exchanged");
        assertThat(order.payment().refunded().isZero()).isTrue();
        assertThat(booked(payment)).isEqualTo(3_800);
        assertThat(sold(sent.order())).isEqualTo(order.total().minor() + 3_800);
        assertThat(mall.shop.stock("on_hand", dearer)).isEqualTo(3);
    }

    @Test
    @Tag("D82")
    void theDifferenceFallsUnderTheMallsRuleWithoutItsFixedPartAndStandsOnTheInvoice() throws IOException {
        Sent sent = sent(10_000, 2);
        UUID dearer = mall.sibling(sent.variant(), 12_000, 5);
        UUID rule = rule("Tenth and five hundred");
        ReturnView made =
                mall.returns.request(sent.buyer(), mall.request(sent.order(), 2, ReturnWish.EXCHANGE, dearer));
        mall.inspect(mall.arrived(made), 2, 0);
        UUID payment = mall.payExtra(sent.buyer(), made);

        assertThat(taxOf(payment)).isEqualTo(345);
        String fee = mall.shop.mall.value(String.class, """
                select concat_ws(' ', f.rule_id, f.basis, f.fee, f.tax) from sale_fee f
                join ledger_transfer t on t.id = f.transfer_id where t.payment_id = ?
                """, payment);
        // the fee of 20,728 is 2,573 and 257 tax, that of the 17,273 paid before was 2,227 and 223
        assertThat(fee).isEqualTo(rule + " 3455 346 34");

        Paper invoice = mall.shop
                .mall
                .get(Invoices.class)
                .forBuyer(
                        sent.buyer(),
                        sent.order().number(),
                        mall.part(sent.order()).number());
        try (PdfReader reader = new PdfReader(invoice.content())) {
            assertThat(new PdfTextExtractor(reader).getTextFromPage(1).replaceAll("\\s+", " "))
                    .contains(made.number(), "3,800")
                    .contains("%,d".formatted(mall.view(sent.order()).total().minor() + 3_800));
        }
    }

    private static UUID rule(String name) {
        LocalDate today = LocalDate.ofInstant(mall.shop.mall.get(Clock.class).instant(), ZoneId.of("Asia/Seoul"));
        NewCommissionRule.Scope scope = new NewCommissionRule.Scope(null, null, null, "KRW");
        return mall.shop
                .mall
                .get(Commissions.class)
                .add(mall.operator, new NewCommissionRule(name, scope, 1_000, 500, null, null, 1_000, today, null));
    }

    private static long taxOf(UUID payment) {
        return mall.shop.mall.value(Long.class, """
                select coalesce(-sum(e.amount), 0)::bigint from ledger_entry e
                join ledger_account a on a.id = e.account_id and a.purpose = 'tax'
                join ledger_transfer t on t.id = e.transfer_id and t.payment_id = ?
                """, payment);
    }

    /** What the ledger has on the gateway's account under a payment and what mirrors it. */
    private static long booked(UUID payment) {
        return mall.shop.mall.value(Long.class, """
                select coalesce(sum(e.amount), 0)::bigint from ledger_entry e
                join ledger_account a on a.id = e.account_id and a.purpose = 'gateway'
                join ledger_transfer t on t.id = e.transfer_id
                join ledger_transfer x on x.id = coalesce(t.mirrors, t.id) and x.payment_id = ?
                """, payment);
    }

    private static long sold(PlacedOrder order) {
        return mall.shop.mall.value(
                Long.class, "select sum(total)::bigint from sale_entry where order_id = ?", order.id());
    }

    @Test
    @Tag("D82")
    void whatWasPaidForAReplacementThatIsGoneComesBackToo() {
        Sent sent = sent(10_000, 1);
        UUID dearer = mall.sibling(sent.variant(), 12_000, 1);
        ReturnView made =
                mall.returns.request(sent.buyer(), mall.request(sent.order(), 1, ReturnWish.EXCHANGE, dearer));
        mall.inspect(mall.arrived(made), 1, 0);
        UUID payment = mall.payExtra(sent.buyer(), made);
        mall.shop.buy(mall.shop.guest(), dearer, 1);
        mall.desk.refundInstead(mall.operator, new AnswerReturn(made.id(), "sold out", mall.version(made)));

        assertThat(mall.now(made).state()).isEqualTo(ReturnState.REFUNDED);
        assertThat(mall.view(sent.order()).payment().refunded())
                .isEqualTo(mall.view(sent.order()).total());
        assertThat(mall.shop.mall.value(Long.class, "select refunded from payment where id = ?", payment))
                .isEqualTo(1_900);
        assertThat(booked(payment)).isZero();
        assertThat(sold(sent.order())).isZero();
    }

    @Test
    @Tag("D82")
    void aPaymentThatNobodyWaitsForAnyMoreIsVoided() {
        Sent sent = sent(10_000, 1);
        UUID dearer = mall.sibling(sent.variant(), 12_000, 1);
        ReturnView made =
                mall.returns.request(sent.buyer(), mall.request(sent.order(), 1, ReturnWish.EXCHANGE, dearer));
        mall.inspect(mall.arrived(made), 1, 0);
        UUID payment = mall.startExtra(sent.buyer(), made);
        assertThat(mall.startExtra(sent.buyer(), made)).isEqualTo(payment);
        mall.desk.refundInstead(mall.operator, new AnswerReturn(made.id(), "as you asked", mall.version(made)));
        mall.shop.gateway.approve(ShopFixture.requestOf(payment));
        assertThat(mall.extras.comeBack(sent.buyer(), made.orderNumber(), made.number(), payment))
                .isEqualTo(ExtraOutcome.UNPAID);
        assertThat(mall.shop.mall.value(String.class, "select state from payment where id = ?", payment))
                .isEqualTo("voided");
        assertThat(booked(payment)).isZero();
    }

    @Test
    @Tag("D81")
    @Tag("D84")
    void aReturnIsCalledOffByBuyerOrStaffWhileNothingHasCome() {
        Sent sent = sent(10_000, 2);
        ReturnView first = mall.returns.request(sent.buyer(), mall.request(sent.order(), 2));
        assertThatThrownBy(() -> mall.returns.callOff(mall.shop.guest(), first.orderNumber(), first.number()))
                .hasMessageContaining("return_not_found");
        mall.desk.approve(mall.operator, new AnswerReturn(first.id(), "send it", first.version()));
        mall.returns.callOff(sent.buyer(), first.orderNumber(), first.number());
        assertThat(mall.now(first).state()).isEqualTo(ReturnState.CALLED_OFF);
        assertThatThrownBy(() -> mall.returns.callOff(sent.buyer(), first.orderNumber(), first.number()))
                .hasMessageContaining("return_state");
        assertThatThrownBy(() -> mall.desk.receive(mall.operator, first.id(), mall.version(first)))
                .hasMessageContaining("return_state");

        ReturnView again = mall.returns.request(sent.buyer(), mall.request(sent.order(), 2));
        assertThatThrownBy(() -> mall.desk.callOff(mall.operator, new AnswerReturn(again.id(), " ", again.version())))
                .hasMessageContaining("text");
        mall.desk.callOff(mall.operator, new AnswerReturn(again.id(), "agreed by phone", again.version()));
        assertThat(mall.now(again).answer()).isEqualTo("agreed by phone");
        assertThat(mall.mails("return_called_off", first.id())).isEqualTo(1);
        assertThat(mall.mails("return_called_off_by_shop", again.id())).isEqualTo(1);
        assertThat(mall.view(sent.order()).events())
                .extracting(OrderView.OrderEvent::kind)
                .contains("return_called_off");
        assertThat(mall.refundsOf(sent.order())).isEmpty();
        assertThat(mall.shop.stock("on_hand", sent.variant())).isEqualTo(8);

        ReturnView third = mall.arrived(mall.returns.request(sent.buyer(), mall.request(sent.order(), 1)));
        assertThatThrownBy(() -> mall.returns.callOff(sent.buyer(), third.orderNumber(), third.number()))
                .hasMessageContaining("return_state");
    }

    @Test
    @Tag("D82")
    void aReplacementThatIsForeignIsRefusedAndOneThatIsGoneBecomesMoney() {
        Sent sent = sent(10_000, 1);
        UUID same = mall.sibling(sent.variant(), 10_000, 1);
        refused(
                sent.buyer(),
                mall.request(sent.order(), 1, ReturnWish.EXCHANGE, mall.shop.variant(10_000, 3)),
                "unknown");
        refused(sent.buyer(), mall.request(sent.order(), 1, ReturnWish.EXCHANGE, null), "required");
        ReturnView made = mall.returns.request(sent.buyer(), mall.request(sent.order(), 1, ReturnWish.EXCHANGE, same));
        mall.inspect(mall.arrived(made), 1, 0);
        mall.shop.buy(mall.shop.guest(), same, 1);
        assertThatThrownBy(() -> mall.desk.replace(
                        mall.operator, new ShipReplacement(made.id(), "Post", null, mall.version(made))))
                .hasMessageContaining("out_of_stock");
        mall.desk.refundInstead(mall.operator, new AnswerReturn(made.id(), "sold out", mall.version(made)));
        assertThat(mall.now(made).state()).isEqualTo(ReturnState.REFUNDED);
        assertThat(mall.view(sent.order()).payment().refunded())
                .isEqualTo(mall.view(sent.order()).total());
    }

    @Test
    void goodwillStaysWithinWhatWasPaidAndIsCountedByALaterReturn() {
        Sent sent = sent(10_000, 1);
        SubOrderView part = mall.part(sent.order());
        long total = part.total();
        assertThatThrownBy(() -> goodwill(part, total + 1)).hasMessageContaining("refund_too_high");
        assertThatThrownBy(() -> goodwill(part, 0)).hasMessageContaining("not_positive");
        goodwill(part, 5_000);
        assertThatThrownBy(() -> goodwill(part, 1)).hasMessageContaining("part_changed");
        ReturnView made = mall.returns.request(sent.buyer(), mall.request(sent.order(), 1));
        mall.inspect(mall.arrived(made), 1, 0);
        assertThat(mall.now(made).refund()).isEqualTo(new Money(total - 5_000, "KRW"));
        assertThat(mall.view(sent.order()).payment().refundable().isZero()).isTrue();
        assertThatThrownBy(() -> goodwill(mall.part(sent.order()), 1)).hasMessageContaining("nothing_paid");
        assertThatThrownBy(() -> mall.orderDesk.goodwill(
                        staffOf(mall.shop.first),
                        new ChangePart(part.id(), "kind", part.version()),
                        new Money(1, "KRW")))
                .hasMessageContaining("not_permitted");
    }

    private static void goodwill(SubOrderView part, long won) {
        mall.orderDesk.goodwill(
                mall.operator, new ChangePart(part.id(), "sorry", part.version()), new Money(won, "KRW"));
    }

    @Test
    void oneSellersPartIsCalledOffAndTheOtherStays() {
        Caller guest = mall.shop.guest();
        UUID second = mall.shop.variant(mall.shop.second, 4_000, 9);
        mall.shop.put(guest, second, 2);
        PlacedOrder order = mall.shop.buy(guest, mall.shop.variant(10_000, 9), 1);
        SubOrderView part = mall.view(order).parts().stream()
                .filter(each -> each.tenantId().equals(mall.shop.second))
                .findFirst()
                .orElseThrow();
        assertThatThrownBy(() -> mall.orderDesk.cancelPart(
                        staffOf(mall.shop.first), new ChangePart(part.id(), "gone", part.version())))
                .hasMessageContaining("order_not_found");
        mall.orderDesk.cancelPart(staffOf(mall.shop.second), new ChangePart(part.id(), "gone", part.version()));

        OrderView now = mall.view(order);
        assertThat(now.state()).isEqualTo(OrderState.PAID);
        assertThat(now.payment().refunded()).isEqualTo(new Money(part.total(), "KRW"));
        assertThat(mall.shop.stock("on_hand", second)).isEqualTo(9);
        assertThat(mall.mails("order_part_cancelled", order.id())).isEqualTo(1);
        mall.orderDesk.cancelOrder(mall.operator, order.id(), "all of it");
        assertThat(mall.view(order).state()).isEqualTo(OrderState.CANCELLED);
        assertThat(mall.view(order).parts()).extracting(SubOrderView::state).containsOnly(SubOrderState.CANCELLED);
        assertThat(mall.view(order).payment().refundable().isZero()).isTrue();
        assertThatThrownBy(() -> mall.orderDesk.cancelOrder(mall.operator, order.id(), "again"))
                .hasMessageContaining("not_cancellable");
    }

    @Test
    @Tag("D81")
    void aDepositGoesBackByHandWithWhoAndWhy() {
        Caller guest = mall.shop.guest();
        PlacedOrder order = mall.deposit(guest, mall.shop.variant(10_000, 9), 1);
        mall.confirm(order);
        mall.ship(order);
        ReturnView made = mall.returns.request(guest, mall.request(order, 1));
        mall.inspect(mall.arrived(made), 1, 0);
        OwedRefund owed = mall.refundsOf(order).get(0);
        assertThat(owed.state()).isEqualTo(OwedState.BY_HAND);
        assertThat(mall.now(made).state()).isEqualTo(ReturnState.INSPECTED);
        assertThat(mall.view(order).payment().refunded().isZero()).isTrue();

        assertThatThrownBy(() -> mall.refunds.payByHand(
                        staffOf(mall.shop.first), new PayByHand(owed.id(), "sent", owed.version())))
                .isInstanceOf(DomainException.class);
        mall.refunds.payByHand(mall.operator, new PayByHand(owed.id(), "transfer 17", owed.version()));
        assertThat(mall.now(made).state()).isEqualTo(ReturnState.REFUNDED);
        assertThat(mall.refundsOf(order).get(0).note()).isEqualTo("transfer 17");
        assertThatThrownBy(
                        () -> mall.refunds.payByHand(mall.operator, new PayByHand(owed.id(), "again", owed.version())))
                .hasMessageContaining("refund_settled");
        assertThat(mall.refunds).satisfies(all -> all.payOpen(ShopFixture.WORKER, 10));
    }

    private static void refused(Caller buyer, RequestReturn request, String word) {
        assertThatThrownBy(() -> mall.returns.request(buyer, request))
                .isInstanceOf(DomainException.class)
                .hasMessageContaining(word);
    }
}
