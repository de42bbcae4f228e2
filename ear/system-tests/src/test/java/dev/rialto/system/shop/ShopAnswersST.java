package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What every answer of a shop carries, and what no shop answers. */
class ShopAnswersST {
    private static final String MALL = "mall.localhost";

    private final Mall mall = Mall.running();

    @Test
    void givesEveryAnswerItsSecurityHeaders() {
        String sheet = Shopper.first(
                java.util.regex.Pattern.compile("href=\"(/assets/[^\"]+\\.css)\""),
                Shopper.at(MALL).page("/"));
        for (String path : List.of("/", "/goods", "/nothing-here", "/cart", sheet, "/pictures/none", "/front.xhtml")) {
            Http.Answer answer = mall.at(MALL).get(path);
            assertThat(answer.header("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy ->
                            assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe-inline"));
            assertThat(answer.header("X-Content-Type-Options")).as(path).hasValue("nosniff");
            assertThat(answer.header("Referrer-Policy")).as(path).isPresent();
            assertThat(answer.header("X-Request-Id")).as(path).isPresent();
        }
    }

    @Test
    void keepsNoSessionAndGivesNoCookieToWhoOnlyLooks() {
        Http looker = mall.at(MALL);
        List.of("/", "/goods", "/cart", "/account/sign-in", "/search?q=cup").forEach(looker::get);
        assertThat(looker.cookies()).isEmpty();
    }

    @Test
    void answersEqualDataWithEqualBytesAndTheirTag() {
        Http.Answer first = mall.at(MALL).get("/goods");
        Http.Answer second = mall.at(MALL).get("/goods");
        assertThat(second.text()).isEqualTo(first.text());
        String tag = first.header("ETag").orElseThrow();
        Http.Answer known = mall.at(MALL).with("If-None-Match", tag).get("/goods");
        assertThat(known.status()).isEqualTo(304);
        assertThat(known.response().body()).isEmpty();
    }

    @Test
    @Tag("A7")
    void answersNothingOnAHostThatIsNobodys() {
        Http.Answer answer = mall.at("nobody.example.test").get("/");
        assertThat(answer.status()).isEqualTo(421);
        assertThat(answer.response().body()).isEmpty();
    }

    @Test
    @Tag("D16")
    void knowsNoConsoleOnAShopsHost() {
        for (String path : List.of("/desk", "/desk/sign-in", "/upload/x", "/console/pages/sign-in.xhtml")) {
            assertThat(mall.at(MALL).get(path).status()).as(path).isEqualTo(404);
        }
        assertThat(Shopper.at(MALL).page("/")).doesNotContain("console.localhost");
    }

    @Test
    void refusesAPostThatAnotherSiteSent() {
        Http.Answer answer = mall.at(MALL)
                .send(mall.at(MALL)
                        .request("/account/sign-out")
                        .header("Origin", "http://evil.example")
                        .POST(HttpRequest.BodyPublishers.noBody()));
        assertThat(answer.status()).isEqualTo(403);
    }

    @Test
    void showsAPageOfItsOwnForWhatIsNotThere() {
        Http.Answer answer = mall.at(MALL).with("Accept-Language", "en").get("/goods/no-such-thing");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.text()).contains("This page is not here", "/assets/");
    }

    @Test
    void speaksFourLanguages() {
        assertThat(mall.at(MALL).get("/cart?lang=ko").text()).contains("lang=\"ko\"", "장바구니");
        assertThat(mall.at(MALL).get("/cart?lang=en").text()).contains("lang=\"en\"", "Your cart is empty");
        assertThat(mall.at(MALL).get("/cart?lang=ja").text()).contains("lang=\"ja\"", "カートは空です");
        assertThat(mall.at(MALL).get("/cart?lang=zh").text()).contains("lang=\"zh\"", "购物车是空的");
    }

    @Test
    void weighsLessThanAHundredKilobytesWithoutPictures() {
        for (String path : List.of("/", "/goods", "/search?q=a")) {
            assertThat(mall.at(MALL).get(path).response().body().length)
                    .as(path)
                    .isLessThan(60_000);
        }
    }
}
