package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seller gets the start kit of a storefront on the own server, and sees how that server is. */
class OwnServerKitST {
    private static final String ADDRESS = "https://shop.hanok.example";

    private final Mall mall = Mall.running();
    private final ConsoleClient seller = ConsoleClient.hanok();

    private String path() {
        Matcher shop = Pattern.compile("href=\"(/shops/site_[a-z0-9]+)\"")
                .matcher(seller.get("/shops").text());
        assertThat(shop.find()).isTrue();
        return shop.group(1) + "/server";
    }

    private static Map<String, String> files(Http.Answer kit) throws IOException {
        Map<String, String> files = new HashMap<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(kit.response().body()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                files.put(entry.getName(), new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return files;
    }

    private Http.Answer token(Properties settings) {
        return mall.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of(
                                "grant_type",
                                "client_credentials",
                                "client_id",
                                settings.getProperty("rialto.node.key.id"),
                                "client_secret",
                                settings.getProperty("rialto.node.key.secret")));
    }

    private void await(String path, String wanted) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(30));
        while (!seller.get(path).text().contains(wanted)) {
            assertThat(Instant.now()).as(wanted).isBefore(limit);
            Thread.sleep(200);
        }
    }

    @Test
    @Tag("A17")
    @Tag("A35")
    void theKitHoldsAKeyThatWorksAndTheServerIsSeenUntilTheKeyEnds() throws Exception {
        String path = path();
        Http.Answer kit = seller.post(path, "kit", "address", ADDRESS);
        assertThat(kit.status()).as(kit.toString()).isEqualTo(200);
        Map<String, String> files = files(kit);
        assertThat(files.keySet())
                .contains(
                        "rialto-storefront/MANUAL.ko.txt",
                        "rialto-storefront/MANUAL.zh.txt",
                        "rialto-storefront/start.sh",
                        "rialto-storefront/theme/theme.json.example");
        Properties settings = new Properties();
        settings.load(new StringReader(files.get("rialto-storefront/node.properties")));
        assertThat(settings).containsEntry("rialto.node.address", ADDRESS).containsEntry("rialto.node.port", "8080");
        assertThat(files(seller.post(path, "kit", "address", "http://shop.localhost:18310"))
                        .get("rialto-storefront/node.properties"))
                .as("without TLS before it, it listens where shoppers ask")
                .contains("rialto.node.port=18310");
        String id = settings.getProperty("rialto.node.key.id");
        assertThat(seller.get(path).text())
                .contains(id, ADDRESS, "Not yet seen")
                .doesNotContain(settings.getProperty("rialto.node.key.secret"));

        String bearer =
                token(settings).json().getAsJsonObject().get("access_token").getAsString();
        assertThat(mall.at("api.localhost")
                        .with("Authorization", "Bearer " + bearer)
                        .with("Rialto-Program", "rialto-node/1.2.3")
                        .get("/api/v1/site")
                        .status())
                .isEqualTo(200);
        await(path, "rialto-node/1.2.3");
        assertThat(seller.get(path).text()).contains("Running");
        assertThat(seller.get(path + "?ask=end&key=" + id).text()).contains("End key " + id + "?");
        seller.follow(seller.post(path, "end", "key", id));
        assertThat(seller.get(path).text()).doesNotContain(id);
        assertThat(token(settings).status()).isEqualTo(401);
    }

    @Test
    void anAddressThatIsNoneIsNamedAndMakesNoKey() {
        String path = path();
        String before = seller.get(path).text();
        for (String wrong :
                new String[] {"", "shop.example.com", "https://shop.example.com/path", "javascript:alert(1)"}) {
            Http.Answer refused = seller.post(path, "kit", "address", wrong);
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.text()).contains("must be a web address without a path");
        }
        assertThat(seller.get(path).text().split("sf_live_").length).isEqualTo(before.split("sf_live_").length);
    }

    @Test
    void anotherSellersStorefrontIsNotThere() {
        assertThat(ConsoleClient.sellerWithoutShop().get(path()).status()).isEqualTo(404);
        assertThat(ConsoleClient.sellerWithoutShop()
                        .post(path(), "kit", "address", ADDRESS)
                        .status())
                .isEqualTo(404);
    }
}
