package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Rialto;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mall that is killed, started again and closed: what was done on its console is kept, and nothing runs on. */
class KeptST {
    private static final String TITLE = "Paper knife that stays";

    @TempDir
    Path folder;

    private int port;

    @Test
    @Tag("D5")
    void goodsAndStorefrontsOutliveTheProcessWhichLeavesNoneBehind() throws Exception {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        port = Integer.parseInt(settings.get("RIALTO_PORT"));
        String goods;
        String host;
        Rialto first = Rialto.start(settings).awaitOpen();
        try {
            goods = editedGoods();
            host = openedStorefront();
            assertThat(Http.at(host, port).get("/").status()).isEqualTo(200);
        } finally {
            first.handle().destroyForcibly();
            assertThat(first.awaitEnd()).isNotZero();
        }

        Rialto next = Rialto.start(settings).awaitOpen();
        try {
            assertThat(Http.at("mall.localhost", port).get(goods).text()).contains(TITLE, "36,000");
            assertThat(Http.at(host, port).get("/").status()).isEqualTo(200);
        } finally {
            next.interrupt();
        }
        assertThat(next.awaitEnd()).isEqualTo(130);
        assertThat(CutOffStartST.processes(folder)).isEmpty();
        assertThat(folder.resolve("data/processes")).doesNotExist();
    }

    /** New goods, published, then given another price. */
    private String editedGoods() {
        Http seller = signedIn("seller@moru.example", "moru-seller-2026");
        String category =
                found(seller.get("/goods/new").text(), "(?s)name=\"categoryId\".*?<option value=\"([0-9a-f-]{36})\"");
        Map<String, String> form = new LinkedHashMap<>();
        form.put("texts.en.title", TITLE);
        form.put("defaultLanguage", "en");
        form.put("categoryId", category);
        form.put("taxClass", "standard");
        form.put("variants.0.prices.KRW.amount", "12000");
        form.put("variants.0.pieces", "7");
        String page = done(seller, "/goods/new", form, "save");
        String path = found(page, "action=\"(/goods/goods_[a-z0-9]+)\"");
        page = done(seller, path, new LinkedHashMap<>(), "publish");
        form.put("variants.0.prices.KRW.amount", "36000");
        form.put("version", found(page, "name=\"version\" value=\"([^\"]*)\""));
        form.put("variants.0.id", found(page, "name=\"variants.0.id\" value=\"([^\"]*)\""));
        page = done(seller, path, form, "save");
        return found(page, "http://mall\\.localhost:[0-9]+(/goods/[a-z0-9-]+)");
    }

    private String openedStorefront() {
        Http operator = signedIn("operator@onmaru.example", "maru-operator-2026");
        String seller = found(operator.get("/shops").text(), "<option value=\"([0-9a-f-]{36})\"[^>]*>Studio Moru");
        String page = done(operator, "/shops", new LinkedHashMap<>(Map.of("seller", seller)), "build");
        return found(page, "http://([a-z0-9.-]+\\.localhost):[0-9]+/\"");
    }

    private Http signedIn(String email, String password) {
        Http http = Http.at("console.localhost", port);
        done(http, "/sign-in", new LinkedHashMap<>(Map.of("email", email, "password", password)), "sign-in");
        return http;
    }

    /** Presses a button of a form and follows the redirect that says it worked. */
    private static String done(Http http, String path, Map<String, String> form, String action) {
        Map<String, String> sent = new LinkedHashMap<>(form);
        sent.put("do", action);
        Http.Answer answer = http.post(path, sent);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return http.get(answer.header("Location").orElseThrow()).text();
    }

    private static String found(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern).matcher(page);
        assertThat(matcher.find()).as(pattern).isTrue();
        return matcher.group(1);
    }
}
