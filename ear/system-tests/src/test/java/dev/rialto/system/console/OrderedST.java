package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.shop.Shopper;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What somebody has ordered outlives the goods and the shop. */
class OrderedST {
    private final ConsoleClient operator = ConsoleClient.operator();
    private final ConsoleClient seller = ConsoleClient.sellerWithoutShop();
    private final Wares wares = Wares.onSale(seller);

    @Test
    @Tag("D58")
    void aShopStaysWhileAnOrderIsOpenAndItsOrdersStayOnceItIsDeleted() {
        Shops shop = Shops.built(operator);
        Shopper buyer = Shopper.at(shop.host());
        String order = order(buyer);
        assertThat(operator.get(shop.path() + "?ask=delete").text()).contains("One order of this shop is still open");
        Http.Answer refused = operator.post(shop.path(), "delete", "reason", "The season is over");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text()).contains("Orders of this shop are still open. Nothing was changed.");
        assertThat(shop.front().get("/").status()).isEqualTo(200);

        cancel(buyer, order);
        operator.follow(operator.post(shop.path(), "delete", "reason", "The season is over"));
        assertThat(shop.front().get("/").status()).isEqualTo(503);
        assertThat(atDesk(operator, order)).contains(wares.title());
        assertThat(atDesk(seller, order)).contains(wares.title());
    }

    @Test
    @Tag("D63")
    void anOldOrderStillNamesGoodsThatWereDeleted() {
        Shopper buyer = Shopper.at("mall.localhost");
        String order = order(buyer);
        seller.follow(seller.post(wares.path(), "delete"));
        assertThat(buyer.http().get("/goods/" + wares.slug()).status()).isEqualTo(404);
        assertThat(buyer.page(order)).contains(wares.title());
        assertThat(atDesk(operator, order)).contains(wares.title());
        assertThat(atDesk(seller, order)).contains(wares.title());
    }

    /** Buys one piece by deposit; the address of the order's page. */
    private String order(Shopper buyer) {
        buyer.add(wares.slug(), 1);
        assertThat(buyer.saveDetails().header("Location")).hasValue("/checkout/confirm");
        Http.Answer placed = buyer.pay("deposit");
        assertThat(placed.status()).as(placed.toString()).isEqualTo(303);
        return placed.header("Location").orElseThrow();
    }

    private static void cancel(Shopper buyer, String order) {
        String page = buyer.page(order);
        Map<String, String> form = new HashMap<>();
        Matcher key = Pattern.compile("name=\"key\" value=\"([^\"]+)\"").matcher(page);
        if (key.find()) {
            form.put("key", key.group(1));
        }
        Http.Answer cancelled = buyer.http().post(order.replaceFirst("\\?.*", "") + "/cancel", form);
        assertThat(cancelled.status()).as(cancelled.toString()).isEqualTo(303);
    }

    /** The order as the console shows it. */
    private static String atDesk(ConsoleClient desk, String order) {
        String number = order.replaceFirst(".*/orders/([A-Z0-9-]+).*", "$1");
        Http.Answer list = desk.get("/orders?q=" + number);
        return desk.get(Wares.found("class=\"row-link[^\"]*\" href=\"(/orders/[a-z0-9_]+)", list))
                .text();
    }
}
