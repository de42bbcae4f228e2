package dev.rialto.system.seller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** Somebody before a browser: joins, signs in, goes to the console. */
final class Person {
    static final String PASSWORD = "a lantern on the pier";

    private final Mall mall;
    private final String email;

    private Person(Mall mall, String email) {
        this.mall = mall;
        this.email = email;
    }

    /** Somebody nobody has met before. */
    static Person unknown(Mall mall) {
        return new Person(mall, "p" + UUID.randomUUID().toString().substring(0, 8) + "@example.test");
    }

    String email() {
        return email;
    }

    /** Joins at a shop and is signed in there. */
    Http joinAt(String host) {
        Http shop = mall.at(host);
        Http.Answer answer = shop.post("/account/join", joining());
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return shop;
    }

    Map<String, String> joining() {
        return new HashMap<>(
                Map.of("email", email, "password", PASSWORD, "name", "Kim Mina", "phone", "", "terms", "on"));
    }

    /** Tries the door of the console. */
    Http.Answer knock(Http console, String password) {
        return console.post("/sign-in", Map.of("email", email, "password", password, "do", "sign-in", "next", "/"));
    }

    /** Signed in at the console. */
    Http console() {
        Http console = mall.at("console.localhost");
        Http.Answer answer = knock(console, PASSWORD);
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return console;
    }

    /** Joins and is made an operator, which no page can do for the first one. */
    static Person operator(Mall mall) {
        Person person = unknown(mall);
        person.joinAt("mall.localhost");
        try (Connection database = mall.database();
                PreparedStatement insert = database.prepareStatement(
                        "insert into mall_staff select account_id, 'operator', now() from person where email = ?")) {
            insert.setString(1, person.email);
            insert.executeUpdate();
        } catch (SQLException e) {
            throw new AssertionError(e);
        }
        return person;
    }
}
