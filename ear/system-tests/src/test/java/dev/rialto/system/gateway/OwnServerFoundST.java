package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Soon;
import java.io.ByteArrayInputStream;
import java.sql.Connection;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;

/** What search engines and price portals get of a storefront on its seller's own server. */
class OwnServerFoundST {
    private static Mall mall;
    private static OwnServer server;
    private static Node partner;

    @BeforeAll
    static void aStorefrontElsewhere() throws Exception {
        mall = Mall.running();
        server = OwnServer.running(mall);
        partner = Node.of(mall, OwnServer.STOREFRONT);
    }

    private static String address(String path) {
        return server.address(path);
    }

    private static Document xml(Http.Answer answer) throws Exception {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
        assertThat(answer.header("Set-Cookie")).as("programs keep no cookies").isEmpty();
        return DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(new ByteArrayInputStream(answer.response().body()));
    }

    private static List<String> texts(Document document, String element) {
        List<String> all = new ArrayList<>();
        var found = document.getElementsByTagName(element);
        for (int i = 0; i < found.getLength(); i++) {
            all.add(found.item(i).getTextContent());
        }
        return all;
    }

    private static List<JsonElement> told(String path) {
        return partner.calling()
                .get("/api/v1" + path)
                .json()
                .getAsJsonObject()
                .getAsJsonArray("items")
                .asList();
    }

    private static String text(JsonElement object, String field) {
        return object.getAsJsonObject().get(field).getAsString();
    }

    @Test
    @Tag("A7")
    @Tag("A20")
    void rulesAndSiteMapNameTheOwnAddressAndTheGatewaysGoods() throws Exception {
        Http.Answer rules = server.shopper().get("/robots.txt?lang=ja");
        assertThat(rules.text()).contains("Disallow: /cart\n", "Sitemap: " + address("/sitemap.xml") + "\n");
        assertThat(rules.header("Set-Cookie")).isEmpty();
        assertThat(texts(xml(server.shopper().get("/sitemap.xml")), "loc"))
                .contains(address("/sitemap-pages.xml"), address("/sitemap-goods-1.xml"));
        Http.Answer map = server.shopper().get("/sitemap-goods-1.xml");
        assertThat(texts(xml(map), "loc"))
                .isNotEmpty()
                .containsExactlyElementsOf(told("/sitemap/goods").stream()
                        .map(entry -> address("/goods/" + text(entry, "slug")))
                        .toList());
        assertThat(server.shopper()
                        .with("If-None-Match", map.header("ETag").orElseThrow())
                        .get("/sitemap-goods-1.xml")
                        .status())
                .isEqualTo(304);
        assertThat(server.shopper().get("/sitemap-goods-150.xml").status()).isEqualTo(404);
        assertThat(texts(xml(server.shopper().get("/sitemap-pages.xml")), "loc"))
                .contains(address("/"), address("/goods"));
    }

    @Test
    @Tag("A7")
    void goodsTellProgramsTheirAddressLanguagesAndPrice() {
        JsonElement goods = told("/goods?limit=1&sort=newest").get(0);
        String path = "/goods/" + text(goods, "slug");
        String page = server.shopper().get(path + "?currency=KRW&lang=en").text();
        assertThat(page).contains("<link rel=\"canonical\" href=\"" + address(path) + "?lang=en\"");
        for (String language : List.of("ko", "en", "ja", "zh")) {
            assertThat(page)
                    .contains("hreflang=\"" + language + "\" href=\"" + address(path) + "?lang=" + language + "\"");
        }
        var block = Pattern.compile("(?s)<script type=\"application/ld\\+json\">(.*?)</script>")
                .matcher(page);
        assertThat(block.find()).isTrue();
        JsonObject product = JsonParser.parseString(block.group(1)).getAsJsonObject();
        JsonObject offer = product.getAsJsonArray("offers").get(0).getAsJsonObject();
        assertThat(product.get("name").getAsString()).isEqualTo(text(goods, "title"));
        assertThat(offer.get("price").getAsString())
                .isEqualTo(text(goods.getAsJsonObject().get("price"), "minor"));
        assertThat(server.shopper().get("/cart").text()).contains("noindex");
    }

    /** Two addresses with the same pages would be rivals in every search. */
    @Test
    @Tag("A7")
    @Tag("A20")
    void theMallsOwnPagesOfTheStorefrontNameTheServerOnceItsDomainIsProved() throws Exception {
        String path = "/goods/" + text(told("/goods?limit=1&sort=newest").get(0), "slug");
        assertThat(canonicalHost(path)).isEqualTo(OwnServer.STOREFRONT);
        try (Connection database = mall.database();
                Statement statement = database.createStatement()) {
            statement.execute("""
                    insert into site_domain (id, tenant_id, site_id, host, method, token, state, added_at, next_check_at)
                    select gen_random_uuid(), h.tenant_id, h.site_id, '%s', 'dns', 'proved', 'active', now(), now() + interval '1 day'
                    from site_host h where h.host = '%s'
                    """.formatted(OwnServer.HOST, OwnServer.STOREFRONT));
            Soon.is(OwnServer.HOST, () -> canonicalHost(path));
            statement.execute("delete from site_domain where host = '" + OwnServer.HOST + "'");
            Soon.is(OwnServer.STOREFRONT, () -> canonicalHost(path));
        }
    }

    private static String canonicalHost(String path) {
        Matcher link = Pattern.compile("rel=\"canonical\" href=\"http://([a-z0-9.-]+):\\d+" + path + "\"")
                .matcher(mall.at(OwnServer.STOREFRONT).get(path).text());
        return link.find() ? link.group(1) : "";
    }

    @Test
    @Tag("A7")
    @Tag("A20")
    void theFeedHasEveryVariantOfTheGatewayUnderTheOwnAddress() throws Exception {
        Http.Answer answer = server.shopper().get("/feed.xml?lang=en&currency=KRW");
        Document feed = xml(answer);
        List<JsonElement> items = told("/feed");
        assertThat(texts(feed, "g:id"))
                .isNotEmpty()
                .containsExactlyElementsOf(
                        items.stream().map(item -> text(item, "id")).toList());
        assertThat(texts(feed, "g:link"))
                .allMatch(link -> link.startsWith(address("/goods/")) && link.endsWith("?lang=en&currency=KRW"));
        assertThat(texts(feed, "g:price").get(0))
                .isEqualTo(text(items.get(0).getAsJsonObject().get("listPrice"), "minor") + " KRW");
        assertThat(server.shopper()
                        .with("If-None-Match", answer.header("ETag").orElseThrow())
                        .get("/feed.xml?lang=en&currency=KRW")
                        .status())
                .isEqualTo(304);
        JsonObject last = partner.calling()
                .get("/api/v1/feed?cursor=" + text(items.get(items.size() - 1), "group"))
                .json()
                .getAsJsonObject();
        assertThat(last.getAsJsonArray("items")).isEmpty();
        assertThat(last.has("next")).isFalse();
        assertThat(partner.calling().get("/api/v1/feed?cursor=nonsense").status())
                .isEqualTo(422);
    }

    @Test
    @Tag("A7")
    @Tag("A19")
    void aFormerNameLeadsOnForGoodAndTellsNothingOfAnotherSellers() throws Exception {
        String slug = text(told("/goods?limit=50&sort=newest").get(0), "slug");
        String other = slug + "-" + UUID.randomUUID().toString().substring(0, 8);
        rename(slug, other);
        try {
            Http.Answer moved = server.shopper().get("/goods/" + slug + "?lang=en");
            assertThat(moved.status()).isEqualTo(301);
            assertThat(moved.header("Location")).hasValue("/goods/" + other + "?lang=en");
            Node stranger = Node.of(mall, "nordlicht.localhost");
            assertThat(stranger.calling().get("/api/v1/moves/goods/" + slug).status())
                    .isEqualTo(404);
        } finally {
            rename(other, slug);
        }
        assertThat(server.shopper().get("/goods/never-was-here").status()).isEqualTo(404);
        assertThat(server.shopper().get("/c/never-was-here").status()).isEqualTo(404);
    }

    private static void rename(String from, String to) throws Exception {
        try (var database = mall.database();
                var change = database.prepareStatement("update goods set slug = ? where slug = ?")) {
            change.setString(1, to);
            change.setString(2, from);
            assertThat(change.executeUpdate()).isEqualTo(1);
        }
    }
}
