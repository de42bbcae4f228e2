package dev.rialto.system.shop;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A seller changes the own storefront in the console: it changes, and nothing else does. */
class OwnLookST {
    private static final String OWN = "nordlicht.localhost";
    private static final Pattern PRICE = Pattern.compile("id=\"price\".*?</div>", Pattern.DOTALL);

    private final Mall mall = Mall.running();
    private Page console;

    @BeforeEach
    void theSellerOpensTheOwnShop() {
        console = Chromium.page(1280);
        console.setDefaultTimeout(30_000);
        console.navigate(Chromium.address("console.localhost", "/sign-in"));
        console.fill("input[name=email]", "seller@nordlicht.example");
        console.fill("input[name=password]", "nordlicht-seller-2026");
        press("sign-in");
        console.waitForURL(Chromium.address("console.localhost", "/"));
        console.navigate(Chromium.address("console.localhost", "/shops"));
        console.locator("a.row-link").first().click();
        console.waitForURL("**/shops/*");
    }

    private void press(String action) {
        console.locator("button[name=do][value=" + action + "]").first().click();
        console.waitForLoadState();
    }

    /** What the mall and the other storefront show, byte for byte. */
    private List<String> elsewhere() {
        List<String> pages = new ArrayList<>();
        for (String host : List.of("mall.localhost", "hanok.localhost")) {
            for (String path : List.of("/", "/goods", "/search?q=cup")) {
                Http.Answer page = mall.at(host).get(path);
                assertThat(page.status()).as(host + path).isEqualTo(200);
                pages.add(page.text());
            }
        }
        return pages;
    }

    private String own(String path) {
        return mall.at(OWN).with("Accept-Language", "en").get(path).text();
    }

    private static byte[] logo() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        BufferedImage picture = new BufferedImage(64, 64, BufferedImage.TYPE_INT_RGB);
        picture.createGraphics().fillRect(8, 8, 48, 48);
        ImageIO.write(picture, "png", png);
        return png.toByteArray();
    }

    @Test
    @Tag("A9")
    void anotherThemeLogoAndSloganShowOnTheOwnStorefrontAlone() throws IOException {
        List<String> others = elsewhere();
        String before = own("/");
        console.fill("input[name='slogan.en']", "Knitted where the lights are green");
        console.setInputFiles("input[name=logo]", new FilePayload("logo.png", "image/png", logo()));
        press("save");
        console.navigate(console.url().replaceAll("[?#].*", "") + "/look");
        console.fill("input[name='light.accent']", "#0b5d1e");
        press("save");
        console.waitForURL("**/look?version=*");
        press("publish");

        assertThat(own("/")).isNotEqualTo(before).contains("Knitted where the lights are green");
        Page shop = Chromium.page(1280);
        shop.navigate(Chromium.address(OWN, "/"));
        assertThat(shop.evaluate("getComputedStyle(document.documentElement).getPropertyValue('--accent').trim()"))
                .isEqualTo("#0b5d1e");
        assertThat(shop.locator("a.brand img")).isVisible();
        assertThat(elsewhere()).isEqualTo(others);
    }

    @Test
    @Tag("A10")
    void theSellerSetsTheDiscountAndClosesAndOpensWithoutTheOperator() {
        List<String> others = elsewhere();
        String price = price();
        String discount = console.inputValue("input[name=discountBp]");
        console.fill("input[name=discountBp]", "40");
        press("save");
        assertThat(price()).isNotEqualTo(price).contains("−40%");
        decide("close");
        assertThat(mall.at(OWN).get("/").status()).isEqualTo(503);
        decide("open");
        assertThat(mall.at(OWN).get("/").status()).isEqualTo(200);
        console.fill("input[name=discountBp]", discount);
        press("save");
        assertThat(price()).isEqualTo(price);
        assertThat(elsewhere()).isEqualTo(others);
    }

    private String price() {
        var found = PRICE.matcher(own("/goods/amber-pendant"));
        assertThat(found.find()).isTrue();
        return found.group();
    }

    /** Opens the dialog of a decision, and says yes. */
    private void decide(String action) {
        console.navigate(console.url().replaceAll("[?#].*", "") + "?ask=" + action);
        press(action);
    }

    @Test
    @Tag("A10")
    void theStorefrontIsServedWhereTheMallsOwnFrontIsNot(@TempDir Path folder) throws IOException {
        Map<String, String> settings = frontUnit(folder.resolve("unit"));
        int port = Integer.parseInt(settings.get("RIALTO_PORT"));
        try (Rialto unit = Rialto.start(settings).awaitOpen()) {
            assertThat(Http.at("mall.localhost", port).get("/").status()).isEqualTo(421);
            Http.Answer front = Http.at(OWN, port).get("/goods/amber-pendant");
            assertThat(front.status()).as(unit.terminal()).isEqualTo(200);
            assertThat(front.text()).contains("action=\"/cart/add\"");
        }
    }

    /** A further process on the mall's database that serves storefronts and nothing else. */
    private Map<String, String> frontUnit(Path data) throws IOException {
        Properties secrets = new Properties();
        try (Reader lines = Files.newBufferedReader(mall.data().resolve("secrets.properties"))) {
            secrets.load(lines);
        }
        Map<String, String> settings = Rialto.settings(data);
        settings.put("RIALTO_SURFACES", "storefront");
        settings.put("RIALTO_DB_URL", mall.setting("rialto.db.url"));
        settings.put("RIALTO_DB_USER", "rialto_front");
        settings.put("RIALTO_DB_PASSWORD", secrets.getProperty("rialto_front"));
        settings.put("RIALTO_DB_OWNER_PASSWORD", mall.setting("rialto.db.owner.password"));
        settings.put(
                "RIALTO_MASTER_KEY",
                Files.readString(mall.data().resolve("master.key")).strip());
        return settings;
    }
}
