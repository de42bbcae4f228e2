package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Rialto;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mall without the demo says how it is set up, and its first operator may sign in after that. */
class EmptyMallST {
    @TempDir
    Path folder;

    @Test
    void isOpenedByTheSettingsThatTheConsoleNames() {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        settings.put("RIALTO_DEMO", "false");
        int port = Integer.parseInt(settings.get("RIALTO_PORT"));
        try (Rialto empty = Rialto.start(settings).awaitOpen()) {
            empty.await(text -> text.contains("NOT SET UP"), "word of the empty mall");
            Http.Answer told = Http.at("console.localhost", port)
                    .with("Accept-Language", "ko")
                    .get("/sign-in");
            assertThat(told.status()).isEqualTo(503);
            assertThat(told.text()).contains("아직 개설되지 않은 몰입니다", "RIALTO_OPERATOR_EMAIL");
        }

        settings.put("RIALTO_OPERATOR_EMAIL", "first@mall.example");
        settings.put("RIALTO_OPERATOR_PASSWORD", "the first of many operators");
        settings.put("RIALTO_STAFF_SECOND_FACTOR", "optional");
        settings.put("RIALTO_MALL_NAME", "Harbour Mall");
        settings.put("RIALTO_MALL_LANGUAGES", "en,ko");
        try (Rialto mall = Rialto.start(settings).awaitOpen()) {
            assertThat(mall.terminal()).doesNotContain("NOT SET UP");
            Http console = Http.at("console.localhost", port).with("Accept-Language", "en");
            Http.Answer in = console.post(
                    "/sign-in",
                    Map.of(
                            "do", "sign-in",
                            "email", "first@mall.example",
                            "password", "the first of many operators"));
            assertThat(in.status()).as(in.toString()).isEqualTo(303);
            assertThat(console.get("/").text()).contains("Harbour Mall");
            assertThat(Http.at("mall.localhost", port).get("/").text()).contains("Harbour Mall");
        }
    }
}
