package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Soon;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The sandbox of a seller, as its people use it. */
class TestModeST {
    private static final String PAGE = "/gateway/test";

    private final Mall mall = Mall.running();

    private static String found(Http.Answer page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.text());
        assertThat(matcher.find()).as(page.toString()).isTrue();
        return matcher.group(1);
    }

    private Http.Answer token(String id, String secret) {
        return mall.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", secret));
    }

    @Test
    @Tag("A12")
    void opensWithGoodsAndKeysOfItsOwnAndEndsWithThem() throws Exception {
        ConsoleClient seller = ConsoleClient.hanok();
        if (seller.get(PAGE).text().contains("value=\"open\"")) {
            assertThat(seller.post(PAGE, "open").status()).isEqualTo(303);
        }
        String host = found(seller.get(PAGE), "(test-[0-9a-f]+\\.localhost)");
        Http shop = mall.at(host);
        Soon.is(200, () -> shop.get("/goods").status());
        assertThat(shop.get("/goods").text()).contains("/goods/").contains("name=\"robots\" content=\"noindex");
        for (String path : new String[] {"/", "/goods", "/cart", "/account/sign-in"}) {
            assertThat(shop.with("Accept-Language", "en").get(path).text())
                    .as(path)
                    .contains("This is a test shop.");
        }
        assertThat(mall.at("hanok.localhost")
                        .with("Accept-Language", "en")
                        .get("/")
                        .text())
                .doesNotContain("test shop");
        assertThat(shop.get("/robots.txt").text()).isEqualTo("User-agent: *\nDisallow: /\n");
        assertThat(shop.get("/sitemap.xml").status()).isEqualTo(404);
        assertThat(mall.at("mall.localhost").get("/shops").text()).doesNotContain(host);

        Http.Answer made = seller.post(PAGE, "key", "name", "<script>alert(1)</script>");
        String id = found(made, "(sf_test_[a-z0-9]{26})");
        String secret = found(made, "(sf_test_secret_[A-Za-z0-9_-]+)");
        assertThat(made.text()).doesNotContain("<script>alert(1)");
        assertThat(seller.get(PAGE).text()).contains(id).doesNotContain(secret);
        String token =
                token(id, secret).json().getAsJsonObject().get("access_token").getAsString();
        Http program = mall.at("api.localhost").with("Authorization", "Bearer " + token);
        assertThat(program.get("/api/v1/goods").status()).isEqualTo(200);

        assertThat(seller.post(PAGE, "reset").status()).isEqualTo(303);
        Soon.is(401, () -> program.get("/api/v1/goods").status());
        assertThat(token(id, secret).status()).isEqualTo(401);
        assertThat(found(seller.get(PAGE), "(test-[0-9a-f]+\\.localhost)")).isNotEqualTo(host);
        Soon.is(421, () -> shop.get("/").status());
        assertThat(seller.post(PAGE, "close").status()).isEqualTo(303);
    }

    @Test
    void isNoPageForOperators() {
        assertThat(ConsoleClient.operator().get(PAGE).status()).isEqualTo(403);
    }
}
