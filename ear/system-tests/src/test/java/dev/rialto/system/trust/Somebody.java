package dev.rialto.system.trust;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A person with an account: before a shop or before the console, without scripts. */
public final class Somebody {
    private static final String PASSWORD = "a lantern on the pier";
    private static final String CONSOLE = "console.localhost";

    private final String email;
    private final Http http;

    private Somebody(String email, Http http) {
        this.email = email;
        this.http = http;
    }

    /** A new member, signed in at a shop. */
    static Somebody memberAt(String host) {
        String email = "t" + UUID.randomUUID().toString().substring(0, 8) + "@example.test";
        Somebody member = new Somebody(email, Mall.running().at(host).with("Accept-Language", "en"));
        member.go(
                "/account/join",
                Map.of("email", email, "password", PASSWORD, "name", "Kim Mina", "phone", "", "terms", "on"));
        return member;
    }

    /** Another operator than those before. */
    public static Somebody operator() throws Exception {
        Somebody person = memberAt("mall.localhost");
        update("insert into mall_staff select account_id, 'operator', now() from person where email = ?", person.email);
        return atConsole(person.email, PASSWORD);
    }

    public static Somebody atConsole(String email, String password) {
        Somebody person = new Somebody(email, Mall.running().at(CONSOLE).with("Accept-Language", "en"));
        person.go("/sign-in", Map.of("email", email, "password", password, "do", "sign-in", "next", "/"));
        return person;
    }

    /** The same person before the console. */
    Somebody console() {
        return atConsole(email, PASSWORD);
    }

    String email() {
        return email;
    }

    public Http http() {
        return http;
    }

    /** A page that must be there. */
    public String page(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path + "\n" + answer.text()).isEqualTo(200);
        return answer.text();
    }

    /** Sends a form that must be taken, and tells where it led. */
    public String go(String path, Map<String, String> form) {
        Http.Answer answer = http.post(path, form);
        assertThat(answer.status()).as(path + "\n" + answer.text()).isEqualTo(303);
        return answer.header("Location").orElseThrow();
    }

    /** Presses a button of the console, with the version that its page carries. */
    public String press(String path, String action, String... inputs) {
        return go(path, form(path, action, inputs));
    }

    /** The same when it is to be refused. */
    Http.Answer refused(String path, String action, String... inputs) {
        return http.post(path, form(path, action, inputs));
    }

    private Map<String, String> form(String path, String action, String... inputs) {
        Map<String, String> form = new LinkedHashMap<>(Map.of("do", action));
        Matcher version = Pattern.compile("name=\"version\" value=\"([0-9]+)\"").matcher(page(path));
        if (version.find()) {
            form.put("version", version.group(1));
        }
        for (int i = 0; i < inputs.length; i += 2) {
            form.put(inputs[i], inputs[i + 1]);
        }
        return form;
    }

    /** Sends a form with a file, as a browser does. */
    Http.Answer upload(String path, Map<String, String> fields, String fileName, byte[] content) {
        String boundary = "b" + UUID.randomUUID();
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        new HashMap<>(fields)
                .forEach((name, value) -> write(
                        body,
                        "--" + boundary + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value
                                + "\r\n"));
        write(
                body,
                "--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n");
        body.writeBytes(content);
        write(body, "\r\n--" + boundary + "--\r\n");
        return http.send(http.request("/upload" + path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", "http://" + CONSOLE + ":" + Mall.running().port())
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    private static void write(ByteArrayOutputStream body, String text) {
        body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The first match of a pattern in a text, which must be there. */
    public static String first(String pattern, String text) {
        Matcher matcher = Pattern.compile(pattern).matcher(text);
        assertThat(matcher.find()).as(pattern + " in\n" + text).isTrue();
        return matcher.group(1);
    }

    /** The address behind a name in a list. */
    String linkTo(String list, String name) {
        return first("href=\"([^\"]+)\">" + Pattern.quote(name) + "</a>", page(list));
    }

    /** The outside form of an id. */
    public static String outside(String prefix, String uuid) {
        BigInteger value = new BigInteger(uuid.replace("-", ""), 16);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 26; i++) {
            text.insert(0, "0123456789abcdefghjkmnpqrstvwxyz".charAt(value.intValue() & 31));
            value = value.shiftRight(5);
        }
        return prefix + "_" + text;
    }

    public static void update(String sql, Object... values) throws Exception {
        try (var database = Mall.running().database();
                PreparedStatement statement = bound(database.prepareStatement(sql), values)) {
            statement.executeUpdate();
        }
    }

    public static String look(String sql, Object... values) throws Exception {
        try (var database = Mall.running().database();
                PreparedStatement statement = bound(database.prepareStatement(sql), values);
                ResultSet row = statement.executeQuery()) {
            assertThat(row.next()).as(sql).isTrue();
            return row.getString(1);
        }
    }

    private static PreparedStatement bound(PreparedStatement statement, Object... values) throws Exception {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
        return statement;
    }
}
