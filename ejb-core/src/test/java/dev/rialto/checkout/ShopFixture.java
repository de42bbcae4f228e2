package dev.rialto.checkout;

import dev.rialto.fulfilment.Deliveries;
import dev.rialto.fulfilment.DeliveryKind;
import dev.rialto.fulfilment.DeliveryRule;
import dev.rialto.fulfilment.SaveDelivery;
import dev.rialto.goods.GoodsFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.order.PlacedOrder;
import dev.rialto.payment.FakeGateway;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.platform.TestMall;
import dev.rialto.platform.Tokens;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A mall that sells: two sellers with delivery, 10 % tax inside the prices, a bank account and a fake gateway. */
public final class ShopFixture implements AutoCloseable {
    public static final Caller WORKER = Caller.worker("test");

    public final TestMall mall;
    public final GoodsFixture goods;
    public final UUID site;
    public final UUID first;
    public final UUID second;
    public final UUID bank = Ids.next();
    public final FakeGateway gateway;
    public final Carts carts;
    public final Checkout checkout;
    private int number;

    private ShopFixture(Path folder, int discountBp) {
        FakeGateway.prefer();
        mall = TestMall.empty(folder, FakeGateway.class, SignIns.class);
        goods = new GoodsFixture(mall, discountBp);
        site = goods.mallSite;
        mall.execute("insert into site_host values ('mall.localhost', ?, null, true, now())", site);
        first = goods.seller("First");
        second = goods.seller("Second");
        mall.execute("update seller set commission_bp = 1000");
        delivery(first, 3_000, 50_000);
        delivery(second, 2_500, 1_000_000);
        mall.execute(
                "insert into tax_rate values (?, 'standard', 'KR', null, 'VAT', 1000, '2020-01-01', null)", Ids.next());
        mall.execute("insert into bank_account values (?, 'Test Bank', '100-200', 'Mall', 'KRW')", bank);
        gateway = mall.get(FakeGateway.class);
        carts = mall.get(Carts.class);
        checkout = mall.get(Checkout.class);
    }

    public static ShopFixture open(Path folder) {
        return new ShopFixture(folder, 500);
    }

    /** A storefront on a host of its own. */
    public UUID storefront(UUID tenant, int discountBp, String host) {
        UUID id = goods.storefront(tenant, discountBp);
        mall.execute("insert into site_host values (?, ?, ?, true, now())", host, id, tenant);
        return id;
    }

    public UUID delivery(UUID tenant, long won, long freeFrom) {
        return mall.get(Deliveries.class)
                .save(
                        WORKER,
                        new SaveDelivery(
                                null,
                                tenant,
                                Map.of("en", "Parcel", "ko", "택배"),
                                DeliveryKind.BY_REGION,
                                List.of("KR"),
                                List.of(
                                        new DeliveryRule(null, List.of("63*"), Map.of("KRW", won + 3_000)),
                                        DeliveryRule.always(Map.of("KRW", won))),
                                Map.of("KRW", freeFrom),
                                "standard",
                                1,
                                3,
                                0,
                                true,
                                0));
    }

    /** Goods of the first seller. */
    public UUID variant(long won, long pieces) {
        return variant(first, won, pieces);
    }

    public UUID variant(UUID seller, long won, long pieces) {
        return goods.goods(seller, "thing-" + ++number, "Thing " + number, won, pieces);
    }

    /** A new browser. */
    public Caller guest() {
        return Caller.shopper(null, Tokens.next(), "test");
    }

    /** A new account, signed in. */
    public Caller member() {
        UUID account = Ids.next();
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                account,
                account.toString());
        return Caller.shopper(account, Tokens.next(), "test");
    }

    public Visit visit() {
        return new Visit(site, "en", "KRW");
    }

    public void put(Caller who, UUID variant, int quantity) {
        carts.add(who, new AddToCart(site, variant, quantity, "en", "KRW"));
    }

    public static CheckoutDetails details() {
        return details("04524");
    }

    public static CheckoutDetails details(String postcode) {
        return new CheckoutDetails(
                "kim@example.test",
                "Kim",
                "010-1234-5678",
                "KR",
                postcode,
                "Seoul",
                "Jung-gu",
                "Sejong-daero 110",
                "",
                "leave it at the door",
                Map.of());
    }

    /** A cart with one line, its details and its offer. */
    public Offer offer(Caller who, UUID variant, int quantity) {
        put(who, variant, quantity);
        checkout.save(who, visit(), details());
        return checkout.price(who, visit());
    }

    public PayResult pay(Caller who, Offer offer) {
        return checkout.pay(who, new PayCheckout(visit(), offer.fingerprint(), PaymentMethod.CARD, null));
    }

    public PayResult deposit(Caller who, Offer offer) {
        return checkout.pay(who, new PayCheckout(visit(), offer.fingerprint(), PaymentMethod.DEPOSIT, bank));
    }

    /** Pays by card as far as the gateway's page and approves there. */
    public UUID approved(Caller who, Offer offer) {
        UUID payment = ((PayResult.Redirect) pay(who, offer)).paymentId();
        gateway.approve(requestOf(payment));
        return payment;
    }

    public PlacedOrder buy(Caller who, UUID variant, int quantity) {
        UUID payment = approved(who, offer(who, variant, quantity));
        return ((Completion.Placed) checkout.complete(who, payment)).order();
    }

    public static String requestOf(UUID payment) {
        return Ids.external("pay", payment);
    }

    public long stock(String column, UUID variant) {
        return mall.value(Long.class, "select " + column + " from stock where variant_id = ?", variant);
    }

    public int count(String table) {
        return mall.value(Integer.class, "select count(*) from " + table);
    }

    @Override
    public void close() {
        mall.close();
    }
}
