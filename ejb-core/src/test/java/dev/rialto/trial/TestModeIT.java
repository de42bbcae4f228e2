package dev.rialto.trial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.AddToCart;
import dev.rialto.checkout.Offer;
import dev.rialto.checkout.PayCheckout;
import dev.rialto.checkout.ShopFixture;
import dev.rialto.checkout.Visit;
import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialShelf;
import dev.rialto.credential.CredentialView;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.finding.ProductFeeds;
import dev.rialto.finding.Sitemaps;
import dev.rialto.goods.GoodsCard;
import dev.rialto.goods.GoodsEditor;
import dev.rialto.goods.GoodsFilter;
import dev.rialto.goods.Shelf;
import dev.rialto.goods.ShelfQuery;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.ledger.Ledger;
import dev.rialto.order.OrderFilter;
import dev.rialto.order.Orders;
import dev.rialto.overview.Overview;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.PaymentMethod;
import dev.rialto.platform.MallClock;
import dev.rialto.sales.Sales;
import dev.rialto.sales.SalesBy;
import dev.rialto.sales.SalesFigures;
import dev.rialto.sales.SalesQuery;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SellerRegistry;
import dev.rialto.seller.SiteDirectory;
import dev.rialto.seller.StorefrontDesk;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestModeIT {
    private static final Caller OPERATOR = Caller.operator(null, Permissions.OPERATOR, "t");
    private static final Caller SHOPPER = Caller.anonymous("t");

    @TempDir
    static Path folder;

    static ShopFixture shop;
    static TestMode mode;
    static TrialEvents events;
    static Caller owner;
    static SandboxView sandbox;

    @BeforeAll
    static void openASandbox() {
        shop = ShopFixture.open(folder);
        shop.goods.goods(shop.first, "umbrella", "Umbrella", 20_000, 5);
        mode = shop.mall.get(TestMode.class);
        events = shop.mall.get(TrialEvents.class);
        owner = owner(shop.first);
        sandbox = mode.open(owner);
        shop.mall.get(MallClock.class).advance(Duration.ofSeconds(11));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static Caller owner(UUID tenant) {
        return Caller.tenant(tenant, null, Permissions.SELLER_OWNER, "t");
    }

    private static List<String> titles(UUID site) {
        return shop.mall.get(Shelf.class).list(SHOPPER, ShelfQuery.newest(site, "en", "KRW", 100)).items().stream()
                .map(GoodsCard::title)
                .toList();
    }

    private static TrialOrder ordered(PaymentMethod method) {
        Caller guest = shop.guest();
        UUID variant = shop.mall.value(
                UUID.class,
                "select v.id from variant v join goods_text t on t.goods_id = v.goods_id "
                        + "where v.tenant_id = ? and t.title = 'Umbrella' limit 1",
                sandbox.id());
        Visit visit = new Visit(sandbox.siteId(), "en", "KRW");
        shop.carts.add(guest, new AddToCart(sandbox.siteId(), variant, 1, "en", "KRW"));
        shop.checkout.save(guest, visit, ShopFixture.details());
        Offer offer = shop.checkout.price(guest, visit);
        shop.checkout.pay(
                guest,
                new PayCheckout(
                        visit, offer.fingerprint(), method, method == PaymentMethod.DEPOSIT ? shop.bank : null));
        return method == PaymentMethod.DEPOSIT ? events.orders(owner).get(0) : null;
    }

    private static TrialOrder now(TrialOrder order) {
        return events.orders(owner).stream()
                .filter(one -> one.id().equals(order.id()))
                .findFirst()
                .orElseThrow();
    }

    private static TrialOrder after(TrialOrder order, TrialEvent event) {
        events.happen(owner, order.id(), event);
        return now(order);
    }

    private static SalesFigures sold(Caller caller) {
        LocalDate today = LocalDate.ofInstant(shop.mall.get(Clock.class).instant(), ZoneId.of("Asia/Seoul"));
        return shop.mall
                .get(Sales.class)
                .report(
                        caller,
                        new SalesQuery(
                                SalesBy.GOODS,
                                today.minusDays(1),
                                today,
                                "KRW",
                                SalesQuery.Narrowing.NONE,
                                "en",
                                new SalesQuery.Rows(0, 500)))
                .total("KRW");
    }

    @Test
    @Tag("A12")
    void theMallNeitherListsNorFindsWhatIsTriedOut() {
        assertThat(titles(sandbox.siteId())).containsExactly("Umbrella");
        assertThat(titles(shop.site)).containsOnlyOnce("Umbrella");
        Shelf shelf = shop.mall.get(Shelf.class);
        ShelfQuery search = ShelfQuery.newest(shop.site, "en", "KRW", 100).searching("umbrella");
        assertThat(shelf.list(SHOPPER, search).items()).hasSize(1);
        assertThat(shelf.list(SHOPPER, search).total()).isEqualTo(1);
        String copy = shop.mall.value(String.class, "select slug from goods where tenant_id = ? limit 1", sandbox.id());
        assertThat(shelf.goods(SHOPPER, sandbox.siteId(), copy, "en", "KRW")).isPresent();
        assertThat(shelf.goods(SHOPPER, shop.site, copy, "en", "KRW")).isEmpty();
        assertThat(shop.mall.get(SellerRegistry.class).shops(SHOPPER, null, 50).items())
                .extracting(SellerRegistry.Shop::name)
                .doesNotContain(sandbox.name());
        assertThat(shop.mall
                        .get(ProductFeeds.class)
                        .page(SHOPPER, new ProductFeeds.Query(shop.site, "en", "KRW", ProductFeeds.START)))
                .noneMatch(item -> item.slug().equals(copy));
        assertThat(shop.mall.get(Sitemaps.class).goods(SHOPPER, shop.site, 1))
                .noneMatch(entry -> entry.slug().equals(copy));
        assertThat(shop.mall.get(SiteDirectory.class).isTest(SHOPPER, sandbox.siteId()))
                .isTrue();
    }

    @Test
    @Tag("A12")
    void operatorsSeeNothingOfSandboxes() {
        GoodsFilter all = new GoodsFilter(null, null, null, null, null, "en", "KRW", null, 200);
        assertThat(shop.mall.get(GoodsEditor.class).list(OPERATOR, all).items())
                .noneMatch(row -> row.tenantId().equals(sandbox.id()));
        assertThat(shop.mall
                        .get(SellerRegistry.class)
                        .list(OPERATOR, new SellerRegistry.Filter(null, null, null, 200))
                        .items())
                .noneMatch(seller -> seller.id().equals(sandbox.id()));
        assertThat(shop.mall.get(StorefrontDesk.class).sites(OPERATOR))
                .noneMatch(site -> site.id().equals(sandbox.siteId()));
    }

    @Test
    @Tag("A12")
    @Tag("D90")
    void whatIsTriedOutStandsInNoSumOfTheMall() {
        SalesFigures before = sold(OPERATOR);
        SalesFigures sellers = sold(owner);
        var balances = shop.mall.get(Ledger.class).balances(OPERATOR);
        var waiting = shop.mall.get(Overview.class).waiting(OPERATOR);
        TrialOrder order = ordered(PaymentMethod.DEPOSIT);
        assertThat(order.possible()).containsExactly(TrialEvent.PAY, TrialEvent.LAPSE);
        assertThat(shop.mall.get(Deposits.class).awaited(OPERATOR, 100)).isEmpty();
        assertThat(shop.mall.get(Overview.class).waiting(OPERATOR)).isEqualTo(waiting);
        assertThat(after(order, TrialEvent.PAY).state()).isEqualTo("to_ship");
        assertThat(after(order, TrialEvent.SHIP).state()).isEqualTo("shipped");
        assertThat(after(order, TrialEvent.DELIVER).state()).isEqualTo("delivered");
        assertThat(after(order, TrialEvent.RETURN).returned()).isTrue();
        assertThat(sold(TestMode.inside(owner, sandbox)).total()).isPositive();
        assertThat(sold(OPERATOR)).isEqualTo(before);
        assertThat(sold(owner)).isEqualTo(sellers);
        assertThat(shop.mall.get(Ledger.class).balances(OPERATOR)).isEqualTo(balances);
        assertThat(shop.mall.get(Overview.class).waiting(OPERATOR)).isEqualTo(waiting);
        assertThat(shop.mall
                        .get(Orders.class)
                        .list(OPERATOR, OrderFilter.newest(100))
                        .items())
                .noneMatch(line -> line.number().equals(order.number()));
    }

    @Test
    @Tag("A12")
    void aDepositThatStaysAwayLapses() {
        TrialOrder order = ordered(PaymentMethod.DEPOSIT);
        assertThat(after(order, TrialEvent.LAPSE).state()).isEqualTo("lapsed");
        assertThatThrownBy(() -> events.happen(owner, order.id(), TrialEvent.SHIP))
                .hasMessageContaining("event_impossible");
        assertThatThrownBy(() -> events.happen(owner(shop.second), order.id(), TrialEvent.PAY))
                .hasMessageContaining("trial_order_unknown");
    }

    @Test
    @Tag("A12")
    void cardsAreNeverPaidAtTheMallsOwnGateway() {
        ordered(PaymentMethod.CARD);
        assertThat(shop.mall.value(
                        String.class,
                        "select string_agg(distinct gateway, ',') from payment where method = 'card' and site_id = ?",
                        sandbox.siteId()))
                .isEqualTo("sandbox");
        assertThat(shop.mall.value(
                        int.class,
                        "select count(*) from payment where site_id = ? and gateway = ?",
                        sandbox.siteId(),
                        shop.gateway.name()))
                .isZero();
    }

    @Test
    @Tag("A12")
    void keysTellThatTheyAreForTryingOut() {
        IssuedCredential key = mode.key(owner, "Integration");
        assertThat(key.clientId()).startsWith("sf_test_");
        assertThat(key.secret()).startsWith("sf_test_secret_");
        assertThat(mode.keys(owner)).extracting(CredentialView::id).contains(key.clientId());
        assertThat(shop.mall
                        .get(CredentialShelf.class)
                        .list(owner, CredentialShelf.Filter.usable(), 50)
                        .items())
                .extracting(CredentialView::id)
                .doesNotContain(key.clientId());
        assertThatThrownBy(() -> mode.revoke(owner(shop.second), key.clientId()))
                .hasMessageContaining("no_sandbox");
        mode.revoke(owner, key.clientId());
        assertThatThrownBy(() ->
                        shop.mall.get(CredentialBook.class).token(ShopFixture.WORKER, key.clientId(), key.secret()))
                .hasMessageContaining("invalid_client");
    }

    @Test
    @Tag("A12")
    void startingOverClosesTheOldSandboxWithItsKeys() {
        Caller other = owner(shop.second);
        SandboxView first = mode.open(other);
        IssuedCredential key = mode.key(other, "Old");
        assertThatThrownBy(() -> mode.open(other)).hasMessageContaining("sandbox_open");
        SandboxView second = mode.reset(other);
        assertThat(second.id()).isNotEqualTo(first.id());
        assertThat(titles(second.siteId())).contains("Sample 1");
        assertThatThrownBy(() ->
                        shop.mall.get(CredentialBook.class).token(ShopFixture.WORKER, key.clientId(), key.secret()))
                .isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> mode.open(TestMode.inside(other, second))).hasMessageContaining("in_sandbox");
        mode.close(other);
        assertThat(mode.find(other)).isEmpty();
    }

    @Test
    void onlyWhoMayHaveKeysOpensASandbox() {
        Caller staff = Caller.tenant(Ids.next(), null, Set.of("goods.edit"), "t");
        assertThatThrownBy(() -> mode.open(staff)).hasMessageContaining("not_permitted");
        assertThatThrownBy(() -> mode.find(staff)).hasMessageContaining("not_permitted");
    }
}
