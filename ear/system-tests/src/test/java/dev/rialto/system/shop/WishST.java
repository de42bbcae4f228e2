package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.seller.Mailbox;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Wishes and stock notices, with plain requests as a browser without scripts sends them. */
class WishST {
    private static final Pattern HEART = Pattern.compile("name=\"add\" value=\"(goods_[a-z0-9]+)\"");
    private static final String LINK = "(/stock-notice/\\S+)";

    private final Shopper shopper = Shopper.at("mall.localhost");

    private Http member() {
        String email = "w" + UUID.randomUUID().toString().substring(0, 8) + "@example.test";
        Http.Answer joined = shopper.http()
                .post(
                        "/account/join",
                        Map.of("email", email, "password", "a lantern on the pier", "name", "Kim", "terms", "on"));
        assertThat(joined.status()).as(joined.text()).isEqualTo(303);
        return shopper.http();
    }

    @Test
    void aMemberWishesFromListAndGoodsPageAndMovesItToTheCart() throws Exception {
        String list = shopper.page("/goods?sort=new");
        String goods = Shopper.first(HEART, list);
        assertThat(shopper.http()
                        .post("/wishes", Map.of("add", goods, "back", "/goods/grid-notebook"))
                        .header("Location"))
                .hasValue("/account/sign-in?next=goods.grid-notebook");
        Http http = member();
        assertThat(http.post("/wishes", Map.of("add", goods, "back", "/goods?sort=new"))
                        .header("Location"))
                .hasValue("/goods?sort=new#" + goods);
        assertThat(http.post("/wishes", Map.of("add", goods, "back", "//evil.example"))
                        .header("Location"))
                .hasValue("/wishes");
        assertThat(shopper.page("/goods?sort=new")).contains("name=\"remove\" value=\"" + goods + "\"");

        String address = "/goods/" + plainGoods(list);
        String single = Shopper.first(HEART, shopper.page(address));
        http.post("/wishes", Map.of("add", single, "back", address));
        assertThat(shopper.page(address)).contains("Remove from wish list", "See the wish list");
        assertThat(shopper.page("/wishes")).contains("Move to cart", "In stock");
        assertThat(http.post("/wishes/cart", Map.of("goods", single)).header("Location"))
                .hasValue("/cart?added");
        assertThat(shopper.page("/wishes")).doesNotContain(single).contains(goods);
        http.post("/wishes", Map.of("remove", goods, "back", "/wishes"));
        assertThat(shopper.page("/wishes")).contains("Nothing is on your wish list yet");
        assertThat(http.post("/wishes", Map.of("add", "nonsense", "back", "/wishes"))
                        .status())
                .isEqualTo(404);
        assertThat(Shopper.at("mall.localhost").http().get("/wishes").header("Location"))
                .hasValue("/account/sign-in?next=wishes");
    }

    /** Goods of a single variant, of which there is plenty, that are not on a page. */
    private static String plainGoods(String page) throws SQLException {
        try (var database = Mall.running().database();
                var row = database.createStatement().executeQuery("""
                        select g.slug from goods g join variant v on v.goods_id = g.id and v.state = 'active'
                        join stock s on s.variant_id = v.id join price p on p.variant_id = v.id and p.currency = 'KRW'
                        join seller u on u.id = g.tenant_id and u.sells
                        where g.state = 'on_sale'
                          and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
                        order by s.available desc, g.slug limit 60
                        """)) {
            while (row.next()) {
                if (!page.contains("/goods/" + row.getString(1))) {
                    return row.getString(1);
                }
            }
            throw new AssertionError("no goods of a single variant besides those on the page");
        }
    }

    private record SoldOut(String slug, UUID variant) {}

    /** Sells the goods with the fewest pieces out, by a count that finds none. */
    private static SoldOut soldOut() throws SQLException {
        try (var database = Mall.running().database();
                var row = database.createStatement().executeQuery("""
                        with few as (
                            select v.id, g.slug from goods g join variant v on v.goods_id = g.id and v.state = 'active'
                            join stock s on s.variant_id = v.id join price p on p.variant_id = v.id and p.currency = 'KRW'
                            join seller u on u.id = g.tenant_id and u.sells
                            where g.state = 'on_sale' and s.held = 0
                              and (select count(*) from variant o where o.goods_id = g.id and o.state = 'active') = 1
                            order by s.available, g.slug desc limit 1),
                        gone as (update stock s set on_hand = 0 from few where s.variant_id = few.id returning s.variant_id)
                        select few.slug, few.id from few join gone on gone.variant_id = few.id
                        """)) {
            assertThat(row.next()).isTrue();
            return new SoldOut(row.getString(1), row.getObject(2, UUID.class));
        }
    }

    private static void receive(UUID variant, int pieces) throws SQLException {
        try (var database = Mall.running().database();
                var update = database.prepareStatement("update stock set on_hand = on_hand + ? where variant_id = ?")) {
            update.setInt(1, pieces);
            update.setObject(2, variant);
            assertThat(update.executeUpdate()).isEqualTo(1);
        }
    }

    @Test
    @Tag("D89")
    void aGuestConfirmsTheAddressIsToldOnceAndLeavesWithOneClick() throws Exception {
        SoldOut goods = soldOut();
        String email = "t" + UUID.randomUUID().toString().substring(0, 8) + "@example.test";
        String page = shopper.page("/goods/" + goods.slug());
        assertThat(page).contains("Tell me when it is back", "Sold out");
        String variant = Shopper.first(Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\""), page);
        String tell = "/goods/" + goods.slug() + "/tell";
        Http.Answer wrong = shopper.http().post(tell, Map.of("variant", variant, "email", "no<address"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("no&lt;address", "tell-email");
        Http.Answer asked = shopper.http().post(tell, Map.of("variant", variant, "email", email));
        assertThat(asked.header("Location")).hasValue("/goods/" + goods.slug() + "?told=asked#tell");
        Mailbox mailbox = Mailbox.of(email);
        String link = Mailbox.find(LINK, mailbox.await("confirm your address", 1));
        assertThat(shopper.page(link)).contains("Yes, tell me once");
        assertThat(shopper.http().post(link, Map.of()).text()).contains("We will write once");

        receive(goods.variant(), 3);
        String way = Mailbox.find(LINK, mailbox.await("can be had again", 1));
        assertThat(way).endsWith("/leave");
        assertThat(shopper.http().post(way, Map.of()).text()).contains("You get no more mails");
        assertThat(shopper.http()
                        .post(tell, Map.of("variant", variant, "email", email))
                        .status())
                .isEqualTo(409);
    }

    @Test
    @Tag("D89")
    void aMemberSeesAndCancelsWhatIsWaitedFor() throws Exception {
        SoldOut goods = soldOut();
        Http http = member();
        String variant = Shopper.first(
                Pattern.compile("name=\"variant\" value=\"(variant_[a-z0-9]+)\""),
                shopper.page("/goods/" + goods.slug()));
        assertThat(http.post("/goods/" + goods.slug() + "/tell", Map.of("variant", variant))
                        .header("Location"))
                .hasValue("/goods/" + goods.slug() + "?told=waiting#tell");
        String mine = shopper.page("/account/stock-notices");
        assertThat(mine).contains("Waiting since", goods.slug());
        http.post(
                "/account/stock-notices/cancel",
                Map.of("notice", Shopper.first(Pattern.compile("name=\"notice\" value=\"(notice_[a-z0-9]+)\""), mine)));
        assertThat(shopper.page("/account/stock-notices")).contains("You wait for nothing");
        receive(goods.variant(), 3);
    }
}
