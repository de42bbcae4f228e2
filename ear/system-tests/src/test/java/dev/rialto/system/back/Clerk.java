package dev.rialto.system.back;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;

/** An operator before the console. */
public final class Clerk {
    private static final String HOST = "console.localhost";

    private final Http http = Mall.running().at(HOST).with("Accept-Language", "en");

    private static final String PASSWORD = "maru-operator-2026";

    public Clerk() {
        this("operator@onmaru.example");
    }

    private Clerk(String email) {
        assertThat(post("/sign-in", "sign-in", "email", email, "password", PASSWORD)
                        .status())
                .isEqualTo(303);
    }

    /** One more operator, for what needs two. */
    static Clerk another(String name) throws SQLException {
        UUID account = UUID.randomUUID();
        String email = account + "@onmaru.example";
        try (var database = Mall.running().database();
                var made = database.prepareStatement("""
                        with one as (
                            insert into account (id, issuer, subject, password_hash, state, created_at)
                            select ?::uuid, 'self', ?, a.password_hash, 'active', now() from account a
                            join person p on p.account_id = a.id where p.email = 'operator@onmaru.example' returning id),
                        who as (
                            insert into person (account_id, email, name, language) select id, ?, ?, 'en' from one)
                        insert into mall_staff (account_id, role, added_at) select id, 'operator', now() from one
                        """)) {
            made.setString(1, account.toString());
            made.setString(2, account.toString());
            made.setString(3, email);
            made.setString(4, name);
            made.executeUpdate();
        }
        return new Clerk(email);
    }

    Http.Answer get(String path) {
        return http.get(path);
    }

    public String page(String path) {
        Http.Answer answer = http.get(path);
        assertThat(answer.status()).as(path).isEqualTo(200);
        return answer.text();
    }

    /** Presses a button of a form with these inputs, name and value by turns. */
    public Http.Answer post(String path, String action, String... inputs) {
        Map<String, String> form = new LinkedHashMap<>();
        for (int i = 0; i < inputs.length; i += 2) {
            form.put(inputs[i], inputs[i + 1]);
        }
        form.put("do", action);
        return http.post(path, form);
    }

    /** What worked leads on; the page it leads to. */
    public String done(Http.Answer answer) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(303);
        return page(answer.header("Location").orElseThrow());
    }

    Http.Answer upload(String path, String fileName, String content) {
        String boundary = "rialto-" + UUID.randomUUID();
        String body = "--" + boundary + "\r\nContent-Disposition: form-data; name=\"do\"\r\n\r\ntake\r\n--" + boundary
                + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n";
        return http.send(http.request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .header("Origin", "http://" + HOST + ":" + Mall.running().port())
                .POST(BodyPublishers.ofString(body)));
    }

    String orderPath(String number) {
        return Buyer.first(Pattern.compile("href=\"(/orders/order_[a-z0-9]+)\""), page("/orders?q=" + number));
    }

    public static String hidden(String page, String name) {
        return Buyer.first(Pattern.compile("name=\"" + Pattern.quote(name) + "\" value=\"([^\"]*)\""), page);
    }

    /** Confirms the deposit of an order by hand. */
    void confirm(String number, String amount) {
        done(post(orderPath(number), "confirm", "amount", amount, "reason", "seen on the statement"));
    }

    /** Ships all of the first part. */
    void ship(String number) {
        String path = orderPath(number);
        String page = page(path);
        String line = Buyer.first(Pattern.compile("name=\"(quantities\\.[0-9a-f-]+)\""), page);
        String left = Buyer.first(Pattern.compile("name=\"" + line + "\"[^>]* value=\"([0-9]+)\""), page);
        done(post(
                path,
                "ship",
                "part",
                hidden(page, "part"),
                "version",
                hidden(page, "version"),
                "number",
                number,
                "carrier",
                "Post",
                "trackingNumber",
                "T-1",
                line,
                left));
    }
}
