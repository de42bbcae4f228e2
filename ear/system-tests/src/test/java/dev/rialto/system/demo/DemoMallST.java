package dev.rialto.system.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The demo: an arcade of three sellers, two of them with storefronts of their own. */
class DemoMallST {
    private final Mall mall = Mall.running();

    @Test
    @Tag("A22")
    void sellsTheGoodsOfAllSellersInTheMall() throws SQLException {
        assertThat(count("select count(*) from goods where import_handle is not null and state = 'on_sale'"))
                .isGreaterThanOrEqualTo(150);
        assertThat(count("select count(*) from job_run where job = 'load-demo' and state = 'completed'"))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "hanok.localhost,moon-rice-bowl,Moonlight rice bowl",
        "nordlicht.localhost,harbour-sweater,Harbour crew sweater"
    })
    @Tag("D7")
    void showsTheGoodsOfAStorefrontOnItsOwnHost(String host, String slug, String title) {
        Http.Answer page = mall.at(host).get("/goods/" + slug + "?lang=en");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(title);
    }

    @Test
    @Tag("A38")
    void sellsInTheMallWithoutAStorefront() {
        assertThat(mall.at("mall.localhost").get("/goods/grid-notebook?lang=en").text())
                .contains("Grid notebook A5")
                .contains("Studio Moru");
        assertThat(mall.at("hanok.localhost").get("/goods/grid-notebook").status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"ko,달빛 밥그릇", "en,Moonlight rice bowl", "ja,月あかりのご飯茶碗", "zh,月光饭碗"})
    @Tag("D6")
    void speaksTheLanguageOfTheReader(String language, String title) {
        assertThat(mall.at("mall.localhost")
                        .get("/goods/moon-rice-bowl?lang=" + language)
                        .text())
                .contains(title);
    }

    private long count(String query) throws SQLException {
        try (Connection database = mall.database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getLong(1);
        }
    }
}
