package dev.rialto.system.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import dev.rialto.system.Chromium;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.file.Files;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SmokeST {
    private final Mall mall = Mall.running();

    @Test
    @Tag("D21")
    void opensTheMallAndSaysWhere() {
        assertThat(mall.terminal()).contains("http://mall.localhost:" + mall.port() + "/", "rialto-0.log");
    }

    @Test
    void isReadyWithItsDatabase() {
        assertThat(mall.at("api.localhost")
                        .get("/health/ready")
                        .json()
                        .getAsJsonObject()
                        .get("status")
                        .getAsString())
                .isEqualTo("UP");
    }

    @Test
    @Tag("D20")
    void migratesTheDatabaseOfTheDataFolder() throws Exception {
        try (var database = mall.database();
                var row = database.createStatement()
                        .executeQuery("select count(*) from flyway_schema_history where success")) {
            row.next();
            assertThat(row.getInt(1)).isPositive();
        }
    }

    @Test
    void logsOneJsonObjectPerLine() throws Exception {
        assertThat(Files.readAllLines(mall.data().resolve("logs/rialto-0.log")))
                .isNotEmpty()
                .allSatisfy(line -> assertThat(
                                com.google.gson.JsonParser.parseString(line).isJsonObject())
                        .isTrue());
    }

    @Test
    void answersOnItsHostsAndOnNoOther() {
        assertThat(mall.at("mall.localhost").get("/").status()).isEqualTo(200);
        assertThat(mall.at("hanok.localhost").get("/").status()).isEqualTo(200);
        assertThat(mall.at("nobody.localhost").get("/").status()).isEqualTo(421);
        assertThat(mall.at("nobody.localhost").get("/").text()).isEmpty();
    }

    @Test
    void showsItsStateOnTheHostOfTheApiAlone() {
        assertThat(mall.at("api.localhost").get("/metrics").status()).isEqualTo(200);
        for (String host : new String[] {"mall.localhost", "hanok.localhost", "console.localhost"}) {
            for (String path : new String[] {"/health", "/health/ready", "/metrics", "/openapi", "/api/v1/goods"}) {
                assertThat(mall.at(host).get(path).status()).as(host + path).isBetween(400, 499);
            }
        }
    }

    @Test
    void namesEachRequestAndNotTheServer() {
        Http.Answer answer = mall.at("mall.localhost").get("/");
        assertThat(answer.header("X-Request-Id")).isPresent();
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }

    @Test
    void showsTheFrontOfTheMallInABrowser() {
        Page page = Chromium.page(390);
        page.navigate(Chromium.address("mall.localhost", "/"));
        assertThat(page.locator("h1").first().isVisible()).isTrue();
        page.context().close();
    }
}
