package dev.rialto.settlement;

import dev.rialto.checkout.AddToCart;
import dev.rialto.checkout.Completion;
import dev.rialto.checkout.Offer;
import dev.rialto.checkout.PayCheckout;
import dev.rialto.checkout.PayResult;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.checkout.Visit;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.order.OrderView;
import dev.rialto.order.Orders;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.payment.RefundPayment;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.Json;
import dev.rialto.platform.MallClock;
import dev.rialto.platform.MasterKey;
import dev.rialto.seller.Permissions;
import dev.rialto.verification.VerificationDetails;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.UUID;

/** A mall that sells, whose periods are closed and whose sellers are paid. */
public final class SettlementFixture implements AutoCloseable {
    public static final Caller WORKER = ShopFixture.WORKER;
    public static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");

    public final ShopFixture shop;
    public final Settlements settlements;
    public final SettlementWork work;
    public final Statements statements;
    public final Caller operator = operator();

    public SettlementFixture(Path folder) {
        shop = ShopFixture.open(folder);
        settlements = shop.mall.get(Settlements.class);
        work = shop.mall.get(SettlementWork.class);
        statements = shop.mall.get(Statements.class);
    }

    public static Caller operator() {
        return Caller.operator(Ids.next(), Permissions.OPERATOR, "test");
    }

    public static Caller owner(UUID seller) {
        return Caller.tenant(seller, Ids.next(), Permissions.SELLER_OWNER, "test");
    }

    public LocalDate today() {
        return LocalDate.ofInstant(shop.mall.get(Clock.class).instant(), SEOUL);
    }

    public void days(long days) {
        shop.mall.get(MallClock.class).advance(Duration.ofDays(days));
    }

    /** Goes on to the first days of the next month. */
    public void nextMonth() {
        LocalDate first = today().with(TemporalAdjusters.firstDayOfNextMonth());
        days(java.time.temporal.ChronoUnit.DAYS.between(today(), first) + 1);
    }

    public PlacedOrder buy(UUID seller, long won) {
        return buyAt(seller, won, 1);
    }

    public PlacedOrder buyAt(UUID seller, long won, int pieces) {
        Caller buyer = shop.guest();
        UUID payment = shop.approved(buyer, shop.offer(buyer, shop.variant(seller, won, 100), pieces));
        return ((Completion.Placed) shop.checkout.complete(buyer, payment)).order();
    }

    /** The same on a storefront. */
    public PlacedOrder buyOn(UUID site, UUID seller, long won) {
        Caller buyer = shop.guest();
        Visit visit = new Visit(site, "en", "KRW");
        shop.carts.add(buyer, new AddToCart(site, shop.variant(seller, won, 100), 1, "en", "KRW"));
        shop.checkout.save(buyer, visit, ShopFixture.details());
        Offer offer = shop.checkout.price(buyer, visit);
        PayResult paid =
                shop.checkout.pay(buyer, new PayCheckout(visit, offer.fingerprint(), PaymentMethod.CARD, null));
        UUID payment = ((PayResult.Redirect) paid).paymentId();
        shop.gateway.approve(ShopFixture.requestOf(payment));
        return ((Completion.Placed) shop.checkout.complete(buyer, payment)).order();
    }

    public void refund(PlacedOrder order, int part, long won) {
        OrderView view = shop.mall.get(Orders.class).view(operator, order.id());
        shop.mall
                .get(PaymentDesk.class)
                .refund(
                        WORKER,
                        new RefundPayment(
                                view.payment().id(),
                                view.parts().get(part).id(),
                                view.parts().get(part).tenantId(),
                                new Money(won, "KRW"),
                                "returned",
                                "refund-" + Ids.next()));
    }

    public void terms(int reserveBp, int reserveDays) {
        SettlementTerms now = settlements.terms(operator);
        settlements.change(
                operator, new SettlementTerms(SettlementCycle.MONTH, false, reserveBp, reserveDays, now.version()));
    }

    /** Closes the next period in one go. */
    public void closePeriod() {
        settlements.close(operator);
        finish("unit-" + Ids.next());
    }

    /** Takes a run up and brings it to its end. */
    public void finish(String unit) {
        UUID run = work.claim(WORKER, unit).orElseThrow();
        SettlementWork.Run open = work.open(WORKER, run, unit);
        long done = open.done();
        List<SettlementWork.Party> next = work.next(WORKER, open, 2);
        while (!next.isEmpty()) {
            work.close(WORKER, open, next, done);
            done += next.size();
            next = work.next(WORKER, open, 2);
        }
        work.end(WORKER, open);
        if (settlements.run(operator, run).state() != JobRunView.State.COMPLETED) {
            throw new AssertionError("the run is " + settlements.run(operator, run));
        }
    }

    public List<StatementSummary> all() {
        return statements
                .list(operator, new StatementFilter(null, null, null, null, null, 200))
                .items();
    }

    /** The latest statement of a seller at the mall's front. */
    public StatementView latest(UUID seller) {
        return statements.latest(operator, seller).stream()
                .filter(each -> each.siteId().equals(shop.site))
                .findFirst()
                .orElseThrow();
    }

    public List<StatementLine> lines(StatementView statement) {
        return statements.lines(operator, statement.id(), 0, 1_000);
    }

    /** The seller's papers as two people have accepted them. */
    public void acceptPapers(UUID seller) {
        VerificationDetails details = new VerificationDetails(
                "KR",
                "First Co.",
                "Kim Mina",
                "124-81-00998",
                "",
                "Sejong-daero 110, Seoul",
                "Hana Bank",
                "123-456789-01234",
                "First <Goods> & Co",
                "help@example.test",
                "02-123-4567");
        shop.mall.execute(
                "insert into verification (tenant_id, state, sealed, valid_until) values (?, 'approved', ?, ?)",
                seller,
                shop.mall.get(MasterKey.class).seal(Json.write(details).getBytes(StandardCharsets.UTF_8)),
                today().plusYears(5));
    }

    @Override
    public void close() {
        shop.close();
    }
}
