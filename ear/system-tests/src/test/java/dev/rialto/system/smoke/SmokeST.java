package dev.rialto.system.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class SmokeST {
    private final Mall mall = Mall.running();

    @Test
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
}
