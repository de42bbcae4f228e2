package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Rialto;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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
            assertThat(console.get("/").text()).contains("Harbour Mall", "Set the tax rates", "href=\"/categories\"");
            setsTaxesAndBank(console);
            assertThat(Http.at("mall.localhost", port).get("/").text()).contains("Harbour Mall");
        }
    }

    private static void setsTaxesAndBank(Http console) {
        Map<String, String> rate = Map.of(
                "do",
                "set",
                "country",
                "KR",
                "taxClass",
                "standard",
                "name",
                "VAT 10 %",
                "rateBp",
                "10",
                "validFrom",
                "2026-01-01");
        Map<String, String> wrong = new HashMap<>(rate);
        wrong.put("rateBp", "101");
        wrong.put("validFrom", "2026-02-30");
        wrong.put("name", "<script>alert(1)</script>");
        Http.Answer refused = console.post("/taxes", wrong);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("is no possible date").doesNotContain("<script>alert");
        assertThat(console.get("/taxes").text()).contains("No tax rates yet");
        assertThat(console.post("/taxes", rate).status()).isEqualTo(303);
        assertThat(console.get("/taxes").text()).contains("South Korea", "VAT 10 %", "10%");

        Map<String, String> account = Map.of(
                "do",
                "add",
                "bank",
                "Harbour Bank",
                "number",
                "110-123-456789",
                "holder",
                "Harbour Mall",
                "currency",
                "KRW");
        assertThat(console.post("/bank-accounts", account).status()).isEqualTo(303);
        String list = console.get("/bank-accounts").text();
        assertThat(list).contains("Remove Harbour Bank 110-123-456789?");
        Matcher id =
                Pattern.compile("name=\"account\" value=\"([0-9a-f-]{36})\"").matcher(list);
        assertThat(id.find()).isTrue();
        Map<String, String> removal = Map.of("do", "remove", "bank", "Harbour Bank", "account", id.group(1));
        assertThat(console.post("/bank-accounts", removal).status()).isEqualTo(303);
        assertThat(console.get("/bank-accounts").text()).contains("No accounts yet");
    }
}
