package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody before the console, with plain requests. */
final class Office {
    private static final String HOST = "console.localhost";

    private final Http http = Mall.running().at(HOST).with("Accept-Language", "en");

    static Office operator() {
        return signedIn("operator@onmaru.example", "maru-operator-2026");
    }

    static Office hanok() {
        return signedIn("seller@hanok.example", "hanok-seller-2026");
    }

    static Office moru() {
        return signedIn("seller@moru.example", "moru-seller-2026");
    }

    private static Office signedIn(String email, String password) {
        Office office = new Office();
        assertThat(office.post("/sign-in", "sign-in", "email", email, "password", password)
                        .status())
                .isEqualTo(303);
        return office;
    }

    /** The page behind an address, which must be there. */
    String page(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(200);
        return answer.text();
    }

    Http.Answer get(String path) {
        return http.get(path);
    }

    Http.Answer post(String path, String action, String... inputs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            form.put(inputs[i], inputs[i + 1]);
        }
        form.put("do", action);
        return http.post(path, form);
    }

    /** Where a form that worked leads to. */
    String done(String path, String action, String... inputs) {
        Http.Answer answer = post(path, action, inputs);
        assertThat(answer.status()).as(path + " " + answer.text()).isEqualTo(303);
        return answer.header("Location").orElseThrow();
    }

    /** Sends a CSV file of stock. */
    Http.Answer upload(String csv) {
        String edge = "rialto-edge";
        String body = part(edge, "do", "", "preview") + part(edge, "kind", "", "RECEIPT")
                + part(edge, "reason", "", "van") + part(edge, "file", "; filename=\"stock.csv\"", csv) + "--" + edge
                + "--\r\n";
        return http.send(http.request("/upload/stock/import")
                .header("Content-Type", "multipart/form-data; boundary=" + edge)
                .header("Origin", "http://" + HOST + ":" + Mall.running().port())
                .POST(BodyPublishers.ofString(body)));
    }

    private static String part(String edge, String name, String more, String value) {
        return "--" + edge + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n" + value
                + "\r\n";
    }

    static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
        assertThat(matcher.find()).as(pattern + " in " + text).isTrue();
        return matcher.group(1);
    }
}
