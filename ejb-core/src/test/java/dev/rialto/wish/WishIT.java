package dev.rialto.wish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.checkout.ShopFixture;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.MallClock;
import dev.rialto.stock.Stock;
import dev.rialto.stock.StockChange;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WishIT {
    @TempDir
    static Path folder;

    static ShopFixture shop;
    static WishList wishes;
    static StockNotices notices;
    static BackInStock back;

    @BeforeAll
    static void open() {
        shop = ShopFixture.open(folder);
        wishes = shop.mall.get(WishList.class);
        notices = shop.mall.get(StockNotices.class);
        back = shop.mall.get(BackInStock.class);
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    private static WishPlace place() {
        return new WishPlace(shop.site, "en", "KRW");
    }

    private static UUID goodsOf(UUID variant) {
        return shop.mall.value(UUID.class, "select goods_id from variant where id = ?", variant);
    }

    private static Caller member() {
        Caller member = shop.member();
        shop.mall.execute(
                "insert into person (account_id, email, name, language) values (?, ?, 'Kim', 'ko')",
                member.account(),
                member.account() + "@example.test");
        return member;
    }

    private static void receive(UUID variant, long pieces) {
        shop.mall
                .get(Stock.class)
                .change(
                        ShopFixture.WORKER,
                        List.of(new StockChange(StockChange.Kind.RECEIPT, variant, pieces, "came")));
    }

    private static int mails(String kind, String recipient) {
        return shop.mall.value(
                Integer.class,
                "select count(*)::int from outbox o join mail m on m.outbox_id = o.id where o.kind = ? and m.recipient = ?",
                "mail." + kind,
                recipient);
    }

    private static void ask(Caller who, UUID variant, String email) {
        notices.ask(who, new AskNotice(variant, place(), email, "203.0.113." + variant));
    }

    @Test
    void aListIsItsMembersAloneForEachShop() {
        Caller kim = member();
        UUID goods = goodsOf(shop.variant(10_000, 3));
        wishes.add(kim, shop.site, goods);
        wishes.add(kim, shop.site, goods);
        assertThat(wishes.list(kim, place())).extracting(WishView::goodsId).containsExactly(goods);
        assertThat(wishes.list(member(), place())).isEmpty();
        UUID storefront = shop.storefront(shop.second, 0, "second.localhost");
        assertThat(wishes.list(kim, new WishPlace(storefront, "en", "KRW"))).isEmpty();
        assertThatThrownBy(() -> wishes.add(kim, storefront, goods)).hasMessageContaining("wish_not_found");
        assertThatThrownBy(() -> wishes.add(kim, shop.site, Ids.next())).hasMessageContaining("wish_not_found");
        assertThatThrownBy(() -> wishes.add(shop.guest(), shop.site, goods)).hasMessageContaining("wishes_sign_in");
        wishes.remove(kim, shop.site, goods);
        wishes.remove(kim, shop.site, goods);
        assertThat(wishes.list(kim, place())).isEmpty();
    }

    @Test
    void theListTellsPricesStockAndWhatIsGone() {
        Caller kim = member();
        UUID there = shop.variant(10_000, 3);
        UUID soldOut = shop.variant(20_000, 0);
        UUID gone = shop.variant(30_000, 3);
        for (UUID each : List.of(there, soldOut, gone)) {
            wishes.add(kim, shop.site, goodsOf(each));
        }
        shop.mall.execute("update goods set state = 'withdrawn' where id = ?", goodsOf(gone));
        List<WishView> found = wishes.list(kim, place());
        assertThat(found).extracting(WishView::isOnSale).containsExactly(false, true, true);
        assertThat(found).extracting(WishView::available).containsExactly(false, false, true);
        assertThat(found.get(0).title()).isNotEmpty();
        // the site takes 5 % off
        assertThat(found.get(2).price()).isEqualTo(9_500);
        assertThat(found.get(2).listPrice()).isEqualTo(10_000);
        assertThat(found.get(2).variantId()).isEqualTo(there);
        assertThat(shop.mall.statementsOf(() -> wishes.list(kim, place()))).hasSize(1);
    }

    @Test
    void aListTakesSoManyAndNoMore() {
        Caller kim = member();
        UUID last = goodsOf(shop.variant(10_000, 3));
        shop.mall.execute(
                "insert into goods (id, tenant_id, slug, state, category_id, tax_class, default_language, created_at, updated_at)"
                        + " select gen_random_uuid(), tenant_id, 'full-' || n, 'draft', category_id, tax_class, 'en', now(), now()"
                        + " from goods, generate_series(1, 300) n where id = ?",
                last);
        shop.mall.execute(
                "insert into wish select gen_random_uuid(), ?, ?, id, now() from goods where slug like 'full-%'",
                kim.account(), shop.site);
        assertThatThrownBy(() -> wishes.add(kim, shop.site, last)).hasMessageContaining("wishes_full");
    }

    @Test
    @Tag("D89")
    void whoWaitsIsToldOnceWhenItCanBeHadAgain() throws Exception {
        Caller kim = member();
        String address = kim.account() + "@example.test";
        UUID variant = shop.variant(10_000, 0);
        ask(kim, variant, "");
        ask(kim, variant, "");
        assertThat(notices.mine(kim, "en")).hasSize(1);
        back.tell(ShopFixture.WORKER, 100);
        assertThat(mails("stock_back", address)).isZero();

        receive(variant, 2);
        Callable<Integer> turn = () -> back.tell(ShopFixture.WORKER, 100);
        var workers = Executors.newFixedThreadPool(3);
        try {
            int told = 0;
            for (Future<Integer> each : workers.invokeAll(List.of(turn, turn, turn))) {
                told += each.get();
            }
            assertThat(told).isEqualTo(1);
        } finally {
            workers.shutdown();
        }
        shop.buy(shop.guest(), variant, 2);
        receive(variant, 5);
        back.tell(ShopFixture.WORKER, 100);
        assertThat(mails("stock_back", address)).isEqualTo(1);
        assertThat(notices.mine(kim, "en").get(0).toldAt()).isNotNull();
        assertThat(shop.mall.value(
                        String.class,
                        "select subject from mail where recipient = ? and unsubscribe_at like '%/stock-notice/%/leave'",
                        address))
                .contains("재입고");
        assertThatThrownBy(() -> ask(kim, variant, "")).hasMessageContaining("in_stock");
    }

    @Test
    void aGuestIsToldOnlyAtAConfirmedAddressAndLeavesByTheLink() {
        UUID variant = shop.variant(10_000, 0);
        UUID other = shop.variant(10_000, 0);
        String address = "lee@example.test";
        assertThatThrownBy(() -> ask(shop.guest(), variant, "no address"))
                .hasMessageContaining("email")
                .hasMessageContaining("invalid");
        assertThatThrownBy(() -> ask(shop.guest(), variant, " ")).hasMessageContaining("required");
        ask(shop.guest(), variant, "Lee@Example.test");
        ask(shop.guest(), other, address);
        assertThat(mails("stock_confirm", address)).isEqualTo(2);
        receive(variant, 1);
        back.tell(ShopFixture.WORKER, 100);
        assertThat(mails("stock_back", address)).isZero();

        for (String link : links("stock_confirm")) {
            notices.confirm(Caller.anonymous("t"), link);
            notices.confirm(Caller.anonymous("t"), link);
        }
        ask(shop.guest(), other, address);
        assertThat(mails("stock_confirm", address)).isEqualTo(2);
        back.tell(ShopFixture.WORKER, 100);
        assertThat(mails("stock_back", address)).isEqualTo(1);

        String way = links("stock_back").get(0);
        notices.leave(Caller.anonymous("t"), way);
        notices.leave(Caller.anonymous("t"), way);
        receive(other, 1);
        back.tell(ShopFixture.WORKER, 100);
        assertThat(mails("stock_back", address)).isEqualTo(1);
        String forged = way.substring(0, way.length() - 1) + (way.endsWith("0") ? "1" : "0");
        assertThatThrownBy(() -> notices.leave(Caller.anonymous("t"), forged))
                .hasMessageContaining("notice_link_unknown");
        assertThatThrownBy(() -> notices.confirm(Caller.anonymous("t"), "nonsense"))
                .hasMessageContaining("notice_link_unknown");
    }

    private static List<String> links(String kind) {
        String texts = shop.mall.value(
                String.class,
                "select string_agg(m.text_body, ' ') from outbox o join mail m on m.outbox_id = o.id"
                        + " where o.kind = ? and m.recipient = 'lee@example.test'",
                "mail." + kind);
        Matcher found =
                Pattern.compile("/stock-notice/(notice_[a-z0-9]+\\.[0-9a-f]+)").matcher(texts);
        return found.results().map(each -> each.group(1)).distinct().toList();
    }

    @Test
    void anUnconfirmedWishIsOverAfterTwoDaysAndAMemberTakesOneBack() {
        UUID variant = shop.variant(10_000, 0);
        ask(shop.guest(), variant, "late@example.test");
        Caller kim = member();
        ask(kim, variant, "");
        UUID own = notices.mine(kim, "en").get(0).id();
        notices.cancel(member(), own);
        assertThat(notices.mine(kim, "en")).hasSize(1);
        notices.cancel(kim, own);
        assertThat(notices.mine(kim, "en")).isEmpty();
        shop.mall.get(MallClock.class).advance(Duration.ofHours(49));
        shop.mall.get(StockNoticeBook.class).sweep(ShopFixture.WORKER);
        assertThat(shop.mall.value(
                        Integer.class, "select count(*)::int from stock_notice where email = 'late@example.test'"))
                .isZero();
    }

    @Test
    void oneAddressIsMailedSoOftenAnHourAndNoMore() {
        for (int i = 0; i < 5; i++) {
            ask(shop.guest(), shop.variant(10_000, 0), "often@example.test");
        }
        UUID sixth = shop.variant(10_000, 0);
        assertThatThrownBy(() -> ask(shop.guest(), sixth, "often@example.test"))
                .hasMessageContaining("too_many_wishes");
        assertThat(mails("stock_confirm", "often@example.test")).isEqualTo(5);
    }
}
