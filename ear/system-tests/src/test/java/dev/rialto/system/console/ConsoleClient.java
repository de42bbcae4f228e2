package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody before the console: signs in, opens pages, sends forms. */
final class ConsoleClient {
    static final String HOST = "console.localhost";

    private final Http http = Mall.running().at(HOST);

    static ConsoleClient operator() {
        return signedIn("operator@onmaru.example", "maru-operator-2026");
    }

    static ConsoleClient sellerWithoutShop() {
        return signedIn("seller@moru.example", "moru-seller-2026");
    }

    static ConsoleClient hanok() {
        return signedIn("seller@hanok.example", "hanok-seller-2026");
    }

    private static ConsoleClient signedIn(String email, String password) {
        ConsoleClient client = new ConsoleClient();
        assertThat(client.signIn(email, password).status()).isEqualTo(303);
        return client;
    }

    Http.Answer signIn(String email, String password) {
        return post("/sign-in", "sign-in", "email", email, "password", password);
    }

    /** The cookie of the session, as a header carries it. */
    String cookie() {
        return "rialto_console=" + http.cookies().get("rialto_console");
    }

    Http.Answer get(String path) {
        return http.get(path);
    }

    /** Presses a button of a form with these inputs, name and value by turns. */
    Http.Answer post(String path, String action, String... inputs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            form.put(inputs[i], inputs[i + 1]);
        }
        form.put("do", action);
        return http.post(path, form);
    }

    /** Presses a button of a form with a file and these other inputs, name and value by turns. */
    Http.Answer upload(String path, String action, Attachment file, String... inputs) {
        String boundary = "rialto-" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (int i = 0; i < inputs.length; i += 2) {
            part(body, boundary, inputs[i], "", inputs[i + 1].getBytes(StandardCharsets.UTF_8));
        }
        part(body, boundary, "do", "", action.getBytes(StandardCharsets.UTF_8));
        part(body, boundary, file.input(), "; filename=\"" + file.name() + "\"", file.content());
        body.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return http.send(http.request("/upload" + path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", "http://" + HOST + ":" + Mall.running().port())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file in an input. */
    record Attachment(String input, String name, byte[] content) {}

    private static void part(ByteArrayOutputStream body, String boundary, String name, String more, byte[] content) {
        body.writeBytes(
                ("--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"" + more + "\r\n\r\n")
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes("\r\n".getBytes(StandardCharsets.UTF_8));
    }

    /** Follows the redirect of a form that worked. */
    Http.Answer follow(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return get(answer.header("Location").orElseThrow());
    }

    /** The value of the first hidden input of that name in a page. */
    static String hidden(Http.Answer page, String name) {
        Matcher input = Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\"")
                .matcher(page.text());
        assertThat(input.find()).as("input " + name).isTrue();
        return input.group(1);
    }

    /** The id of the first goods in a list. */
    static String ticked(Http.Answer list) {
        Matcher box =
                Pattern.compile("name=\"goods\" value=\"([0-9a-f-]{36})\"").matcher(list.text());
        assertThat(box.find()).as("goods in the list").isTrue();
        return box.group(1);
    }

    /** The value of the first option that can be chosen in a select. */
    static String firstOption(Http.Answer page, String name) {
        Matcher option = Pattern.compile("name=\"" + name + "\".*?<option value=\"([0-9a-f-]{36})\"", Pattern.DOTALL)
                .matcher(page.text());
        assertThat(option.find()).as("options of " + name).isTrue();
        return option.group(1);
    }
}
