package dev.rialto.system.shop;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Statements;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What search engines, price portals and previews get. */
class FoundST {
    private static final String MALL = "mall.localhost";
    private static final String STOREFRONT = "hanok.localhost";

    private final Mall mall = Mall.running();

    private static List<String> all(String pattern, String text) {
        return Pattern.compile(pattern)
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .toList();
    }

    private static String first(String pattern, String text) {
        var matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in\n" + text).isTrue();
        return matcher.group(1);
    }

    private static Document xml(Http.Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body()));
    }

    private String slugAt(String host) {
        return first(
                "<loc>[^<]*/goods/([a-z0-9-]+)</loc>",
                mall.at(host).get("/sitemap-goods-1.xml").text());
    }

    private String at(String host) {
        return "http://" + host + ":" + mall.port();
    }

    @Test
    @Tag("A7")
    void goodsAreAtHomeInTheStorefrontOfTheirSeller() {
        String slug = slugAt(STOREFRONT);
        String canonical = "<link rel=\"canonical\" href=\"" + at(STOREFRONT) + "/goods/" + slug + "\"";
        assertThat(mall.at(MALL).get("/goods/" + slug).text())
                .contains(canonical)
                .doesNotContain("rel=\"alternate\"");
        String own = mall.at(STOREFRONT).get("/goods/" + slug + "?currency=KRW").text();
        assertThat(own).contains(canonical);
        for (String language : List.of("ko", "en", "ja", "zh")) {
            assertThat(own)
                    .contains("hreflang=\"" + language + "\" href=\"" + at(STOREFRONT) + "/goods/" + slug + "?lang="
                            + language + "\"");
        }
        assertThat(own).contains("hreflang=\"x-default\"");
        assertThat(mall.at(STOREFRONT).get("/goods/" + slug + "?lang=en").text())
                .contains("rel=\"canonical\" href=\"" + at(STOREFRONT) + "/goods/" + slug + "?lang=en\"");
        String mallsOwn = slugAt(MALL);
        assertThat(mall.at(MALL).get("/goods/" + mallsOwn).text())
                .contains("rel=\"canonical\" href=\"" + at(MALL) + "/goods/" + mallsOwn + "\"");
    }

    @Test
    @Tag("A7")
    void pagesOfOnePersonAndNarrowedListsAreNotToBeFound() {
        for (String path : List.of("/cart", "/account/sign-in", "/search?q=cup", "/goods?sort=price")) {
            assertThat(mall.at(MALL).get(path).text())
                    .as(path)
                    .contains("<meta name=\"robots\" content=\"noindex, follow\"")
                    .doesNotContain("rel=\"canonical\"");
        }
        assertThat(mall.at(MALL).get("/goods").text())
                .contains("rel=\"canonical\"")
                .doesNotContain("noindex");
    }

    @Test
    @Tag("A7")
    void everyHostHasRulesAndASiteMapOfItsOwn() throws Exception {
        for (String host : List.of(MALL, STOREFRONT)) {
            assertThat(mall.at(host).get("/robots.txt").text())
                    .contains("Disallow: /cart\n", "Sitemap: " + at(host) + "/sitemap.xml\n");
            Document index = xml(mall.at(host).get("/sitemap.xml"));
            assertThat(index.getElementsByTagName("sitemap").getLength()).isGreaterThanOrEqualTo(2);
            assertThat(index.getElementsByTagName("lastmod").getLength()).isPositive();
            Document goods = xml(mall.at(host).get("/sitemap-goods-1.xml"));
            assertThat(goods.getElementsByTagName("loc").item(0).getTextContent())
                    .startsWith(at(host) + "/goods/");
            assertThat(goods.getElementsByTagName("lastmod").getLength())
                    .isEqualTo(goods.getElementsByTagName("loc").getLength());
            assertThat(mall.at(host).get("/sitemap-pages.xml").text()).contains("<loc>" + at(host) + "/</loc>");
            assertThat(mall.at(host).get("/sitemap-goods-150.xml").status()).isEqualTo(404);
        }
        Http.Answer once = mall.at(MALL).get("/sitemap-goods-1.xml");
        assertThat(mall.at(MALL)
                        .with("If-None-Match", once.header("ETag").orElseThrow())
                        .get("/sitemap-goods-1.xml")
                        .status())
                .isEqualTo(304);
    }

    @Test
    @Tag("A7")
    void goodsTellTheirPriceToProgramsAndNothingIsBlocked() {
        String slug = slugAt(STOREFRONT);
        Page page = Chromium.page(1280);
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") || message.text().contains("Content Security Policy")) {
                complaints.add(message.text());
            }
        });
        page.navigate(Chromium.address(STOREFRONT, "/goods/" + slug + "?lang=en"));
        List<JsonObject> data = page.locator("script[type='application/ld+json']").allTextContents().stream()
                .map(text -> JsonParser.parseString(text).getAsJsonObject())
                .toList();
        assertThat(complaints).isEmpty();
        assertThat(data)
                .extracting(block -> block.get("@type").getAsString())
                .containsExactly("Product", "BreadcrumbList");
        JsonObject offer = data.get(0).getAsJsonArray("offers").get(0).getAsJsonObject();
        assertThat(offer.get("priceCurrency").getAsString()).isEqualTo("KRW");
        assertThat(offer.get("price").getAsString()).matches("\\d+");
        assertThat(page.locator("meta[property='og:title']").getAttribute("content"))
                .isEqualTo(data.get(0).get("name").getAsString());
        assertThat(page.locator("meta[property='og:image']").getAttribute("content"))
                .startsWith(at(STOREFRONT) + "/pictures/");
        page.close();
    }

    @Test
    @Tag("A7")
    void aFeedListsEveryVariantInItsLanguageAndCurrencyAndStaysTheSame() throws Exception {
        Http.Answer answer = mall.at(STOREFRONT).get("/feed.xml?lang=en&currency=USD");
        assertThat(answer.header("Set-Cookie"))
                .as("a portal keeps no cookies, whatever its address says")
                .isEmpty();
        assertThat(mall.at(STOREFRONT).get("/goods?lang=en").header("Set-Cookie"))
                .as("a person's choice is kept")
                .isPresent();
        Document feed = xml(answer);
        int items = feed.getElementsByTagName("item").getLength();
        assertThat(items).isPositive();
        for (String element : List.of("g:id", "g:title", "g:link", "g:price", "g:availability", "g:condition")) {
            assertThat(feed.getElementsByTagName(element).getLength())
                    .as(element)
                    .isEqualTo(items);
        }
        assertThat(feed.getElementsByTagName("g:price").item(0).getTextContent())
                .matches("\\d+\\.\\d\\d USD");
        assertThat(feed.getElementsByTagName("g:link").item(0).getTextContent())
                .startsWith(at(STOREFRONT) + "/goods/")
                .endsWith("?lang=en&currency=USD");
        Http.Answer again = mall.at(STOREFRONT)
                .with("If-None-Match", answer.header("ETag").orElseThrow())
                .get("/feed.xml?lang=en&currency=USD");
        assertThat(again.status()).isEqualTo(304);
        assertThat(mall.at(STOREFRONT).get("/feed.xml?lang=xx&currency=XXX").status())
                .isEqualTo(200);
    }

    @Test
    void textsWithScriptStayTexts() throws Exception {
        String script = "</script><script>alert(1)</script>&\"'\u2028";
        try (var database = mall.database()) {
            var rename = database.prepareStatement(
                    "update goods_text set title = ?, summary = ? where goods_id = (select id from goods where slug = ?)");
            String slug = slugAt(MALL);
            var before = database.createStatement()
                    .executeQuery("select t.language, t.title, t.summary, t.goods_id from goods_text t join goods g "
                            + "on g.id = t.goods_id where g.slug = '" + slug + "'");
            rename.setString(1, script);
            rename.setString(2, script);
            rename.setString(3, slug);
            rename.executeUpdate();
            try {
                String page = mall.at(MALL).get("/goods/" + slug).text();
                assertThat(page).doesNotContain("<script>alert(1)");
                List<String> blocks = all("(?s)<script type=\"application/ld\\+json\">(.*?)</script>", page);
                assertThat(blocks).hasSize(2);
                String json = blocks.get(0).replaceAll("^<script[^>]*>|</script>$", "");
                assertThat(JsonParser.parseString(json)
                                .getAsJsonObject()
                                .get("name")
                                .getAsString())
                        .isEqualTo(script);
            } finally {
                var back = database.prepareStatement(
                        "update goods_text set title = ?, summary = ? where goods_id = ? and language = ?");
                while (before.next()) {
                    back.setString(1, before.getString(2));
                    back.setString(2, before.getString(3));
                    back.setObject(3, before.getObject(4));
                    back.setString(4, before.getString(1));
                    back.executeUpdate();
                }
            }
        }
    }

    @Test
    void whatIsToldToEnginesCostsNoStatement() {
        String slug = slugAt(STOREFRONT);
        mall.at(MALL).get("/goods/" + slug);
        assertThat(Statements.sum(Statements.fewest(5, () -> mall.at(MALL).get("/goods/" + slug))))
                .isLessThanOrEqualTo(2);
        assertThat(Statements.sum(Statements.fewest(5, () -> mall.at(MALL).get("/goods"))))
                .isLessThanOrEqualTo(2);
    }
}
