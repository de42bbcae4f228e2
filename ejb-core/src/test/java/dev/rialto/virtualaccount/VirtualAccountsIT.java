package dev.rialto.virtualaccount;

import static dev.rialto.checkout.ShopFixture.WORKER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.bankfile.AccountNews;
import dev.rialto.checkout.Offer;
import dev.rialto.checkout.PayCheckout;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.order.OrderDesk;
import dev.rialto.order.OrderState;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.FakeGateway;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.payment.PaymentState;
import dev.rialto.platform.MallClock;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("D46")
class VirtualAccountsIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static PayResult pay(Caller who, Offer offer) {
        return shop.checkout.pay(
                who,
                new PayCheckout(shop.visit(), offer.fingerprint(), PaymentMethod.DEPOSIT, VirtualAccounts.OF_ITS_OWN));
    }

    private static OrderView placed() {
        Caller buyer = shop.guest();
        PayResult result = pay(buyer, shop.offer(buyer, shop.variant(10_000, 5), 1));
        return order(((PayResult.Placed) result).order());
    }

    private static OrderView order(PlacedOrder placed) {
        return shop.mall.get(Orders.class).view(WORKER, placed.id());
    }

    private static OrderView again(OrderView order) {
        return shop.mall.get(Orders.class).view(WORKER, order.id());
    }

    private static UUID payment(OrderView order) {
        return Objects.requireNonNull(order.payment()).id();
    }

    private static void paid(String event, OrderView order, long won) {
        told(event, ShopFixture.requestOf(payment(order)), won);
    }

    private static void told(String event, String request, long won) {
        shop.mall
                .get(AccountNews.class)
                .receiveCallBack(
                        WORKER, "fake", new CallBack(Map.of("signature", "good"), event + " " + request + " " + won))
                .orElseThrow();
    }

    private static List<String> entries(OrderView order) {
        return Stream.of(shop.mall
                        .value(
                                String.class,
                                "select coalesce(string_agg(state, ' ' order by id), '') from bank_entry where message = ?",
                                order.number())
                        .split(" "))
                .filter(state -> !state.isEmpty())
                .toList();
    }

    @Test
    void anOrderHasAnAccountOfItsOwnAndTheMailNamesIt() {
        OrderView order = placed();
        assertThat(order.state()).isEqualTo(OrderState.AWAITING_DEPOSIT);
        String number = "77-" + ShopFixture.requestOf(payment(order));
        assertThat(Objects.requireNonNull(order.payment().bankAccount()).number())
                .isEqualTo(number);
        assertThat(shop.mall.value(
                        Integer.class, "select count(*) from mail where position(? in text_body) > 0", number))
                .isEqualTo(1);
    }

    @Test
    void theExactAmountPaysTheOrderOnceHoweverOftenItIsTold() {
        OrderView order = placed();
        long due = order.total().minor();
        String event = "e-" + Ids.next();
        paid(event, order, due);
        paid(event, order, due);
        assertThat(again(order).state()).isEqualTo(OrderState.PAID);
        assertThat(entries(order)).containsExactly("booked");
    }

    @Test
    void tooLittleAndTooMuchAreLeftToStaffAsFromABanksFile() {
        OrderView little = placed();
        paid("e-" + Ids.next(), little, little.total().minor() - 1);
        assertThat(again(little).state()).isEqualTo(OrderState.AWAITING_DEPOSIT);
        assertThat(entries(little)).containsExactly("short");
        OrderView much = placed();
        paid("e-" + Ids.next(), much, much.total().minor() + 1);
        assertThat(again(much).state()).isEqualTo(OrderState.AWAITING_DEPOSIT);
        assertThat(entries(much)).containsExactly("over");
        told("e-" + Ids.next(), "pay_nobody", 5_000);
        assertThat(shop.mall.value(String.class, "select state from bank_entry where message = 'pay_nobody'"))
                .isEqualTo("unmatched");
    }

    @Test
    void aLostAnswerOrdersNothingAndTheNextPressFindsTheSameAccount() {
        Caller buyer = shop.guest();
        Offer offer = shop.offer(buyer, shop.variant(10_000, 5), 1);
        shop.gateway.next(FakeGateway.Trouble.LOSE_ANSWER);
        assertThat(pay(buyer, offer)).isEqualTo(new PayResult.Declined("account_unanswered"));
        PayResult second = pay(buyer, offer);
        OrderView order = order(((PayResult.Placed) second).order());
        String call = "account " + ShopFixture.requestOf(payment(order));
        assertThat(shop.gateway.calls().stream().filter(call::equals)).hasSize(2);
        assertThat(((PayResult.Placed) pay(buyer, offer)).order().id()).isEqualTo(order.id());
    }

    @Test
    void twoClicksAtOnceMakeOneOrder() {
        Caller buyer = shop.guest();
        Offer offer = shop.offer(buyer, shop.variant(10_000, 5), 1);
        List<CompletableFuture<PayResult>> clicks = Stream.generate(
                        () -> CompletableFuture.supplyAsync(() -> pay(buyer, offer)))
                .limit(4)
                .toList();
        assertThat(clicks.stream()
                        .map(click -> ((PayResult.Placed) click.join()).order().id()))
                .hasSize(4)
                .containsOnly(((PayResult.Placed) clicks.get(0).join()).order().id());
    }

    @Test
    void anAccountOfAnOrderThatIsCalledOffIsClosedAndMoneyAfterwardsIsLate() {
        Caller buyer = shop.guest();
        PlacedOrder placed = ((PayResult.Placed) pay(buyer, shop.offer(buyer, shop.variant(10_000, 5), 1))).order();
        OrderView order = order(placed);
        shop.mall.get(OrderDesk.class).cancel(buyer, placed.number());
        shop.mall.get(MallClock.class).advance(Duration.ofSeconds(30));
        shop.mall.get(PaymentDesk.class).settleUnknown(WORKER, 100);
        assertThat(shop.gateway.calls()).contains("release " + ShopFixture.requestOf(payment(order)) + "-void");
        assertThat(again(order).payment().state()).isEqualTo(PaymentState.LAPSED);
        paid("e-" + Ids.next(), order, order.total().minor());
        assertThat(entries(order)).containsExactly("late");
    }

    @Test
    void unsignedNewsIsRefused() {
        assertThatThrownBy(() -> shop.mall
                        .get(AccountNews.class)
                        .receiveCallBack(WORKER, "fake", new CallBack(Map.of(), "a b 1")))
                .hasMessageContaining("bad_signature");
    }
}
