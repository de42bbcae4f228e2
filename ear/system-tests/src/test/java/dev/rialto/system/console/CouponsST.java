package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.shop.Shopper;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A coupon from the console to the cart, without scripts. */
class CouponsST {
    private static final Pattern SITE = Pattern.compile("<option value=\"([0-9a-f-]{36})\"");
    private static final Pattern GOODS = Pattern.compile("href=\"/goods/([a-z0-9-]+)\"");

    private final Mall mall = Mall.running();
    private final ConsoleClient hanok = ConsoleClient.hanok();

    private String issue(String percent) {
        String code = "ST" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
        Matcher site = SITE.matcher(hanok.get("/coupons/new").text());
        assertThat(site.find()).isTrue();
        Http.Answer issued = hanok.post(
                "/coupons/new",
                "issue",
                "name",
                "Test <b>coupon</b>",
                "code",
                code.toLowerCase(java.util.Locale.ROOT),
                "site",
                site.group(1),
                "kind",
                "PERCENT",
                "percent",
                percent,
                "totalLimit",
                "5");
        assertThat(issued.status()).as(issued.text()).isEqualTo(303);
        assertThat(hanok.get("/coupons?q=" + code).text()).contains(code).contains("Test &lt;b&gt;coupon&lt;/b&gt;");
        return code;
    }

    private static Shopper shopperAt(String host) {
        Shopper shopper = Shopper.at(host);
        Matcher goods = GOODS.matcher(shopper.page("/goods"));
        int status = 0;
        while (status != 303 && goods.find()) {
            status = shopper.add(goods.group(1), 1).status();
        }
        assertThat(status).isEqualTo(303);
        return shopper;
    }

    @Test
    @Tag("A37")
    void aStorefrontsCouponCountsThereAndIsRefusedInTheMall() {
        String code = issue("10");
        Shopper there = shopperAt("hanok.localhost");
        assertThat(there.http().post("/cart/coupon", Map.of("coupon", code)).status())
                .isEqualTo(303);
        assertThat(there.page("/cart")).contains("Coupon · " + code);

        Shopper elsewhere = shopperAt("mall.localhost");
        Http.Answer refused = elsewhere.http().post("/cart/coupon", Map.of("coupon", code));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("another shop").contains(code);
        assertThat(elsewhere.page("/cart")).doesNotContain("Coupon · ");
    }

    @Test
    @Tag("A37")
    void theConfirmPageShowsItAsALineOfItsOwn() {
        String code = issue("20");
        Shopper shopper = shopperAt("hanok.localhost");
        shopper.http().post("/cart/coupon", Map.of("coupon", code));
        assertThat(shopper.saveDetails().status()).isEqualTo(303);
        assertThat(shopper.page("/checkout/confirm")).contains("Coupon · " + code);
        assertThat(shopper.http()
                        .post("/cart/coupon", Map.of("coupon", "", "then", "confirm"))
                        .status())
                .isEqualTo(303);
        assertThat(shopper.page("/checkout/confirm")).doesNotContain("Coupon · " + code);
    }

    @Test
    void wrongFieldsAreNamedAndAStoppedCouponIsRefused() {
        Http.Answer wrong = hanok.post(
                "/coupons/new",
                "issue",
                "name",
                "",
                "code",
                "?",
                "site",
                UUID.randomUUID().toString());
        assertThat(wrong.status()).isIn(404, 422);
        String code = issue("15");
        Matcher link = Pattern.compile("href=\"(/coupons/coupon_[a-z0-9]+)\"")
                .matcher(hanok.get("/coupons?q=" + code).text());
        assertThat(link.find()).isTrue();
        assertThat(hanok.get(link.group(1) + "?ask=stop").text()).contains("Test &lt;b&gt;coupon&lt;/b&gt;");
        assertThat(hanok.post(link.group(1), "stop", "version", "1").status()).isEqualTo(303);
        Http.Answer refused = shopperAt("hanok.localhost").http().post("/cart/coupon", Map.of("coupon", code));
        assertThat(refused.text()).contains("has ended");
        assertThat(hanok.get("/coupons?as=csv").text()).contains(code);
    }
}
