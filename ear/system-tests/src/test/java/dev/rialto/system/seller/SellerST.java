package dev.rialto.system.seller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SellerST {
    static Mall mall;
    static Http operator;

    @BeforeAll
    static void anOperator() {
        mall = Mall.running();
        operator = Person.operator(mall).console();
    }

    private static String fresh(String word) {
        return word + UUID.randomUUID().toString().substring(0, 8);
    }

    /** A person who sells: applied on the mall's page, admitted by the operator. */
    private static Person seller(String name) {
        Person person = Person.unknown(mall);
        Http shop = person.joinAt("mall.localhost");
        Http.Answer applied = shop.post(
                "/sell",
                Map.of("name", name, "email", person.email(), "country", "KR", "about", "Lamps made by hand."));
        assertThat(applied.status()).as(applied.text()).isEqualTo(303);
        decide(addressOf("/sellers", name), Map.of("do", "approve"));
        return person;
    }

    private static void decide(String path, Map<String, String> form) {
        Http.Answer decided = operator.post(path, form);
        assertThat(decided.status()).as(decided.text()).isEqualTo(303);
    }

    /** The address of a thing in one of the operator's lists, found by its name. */
    private static String addressOf(String list, String name) {
        Matcher link = Pattern.compile("href=\"([^\"]+)\">" + Pattern.quote(name) + "</a>")
                .matcher(operator.get(list).text());
        assertThat(link.find()).as(name + " stands in " + list).isTrue();
        return link.group(1);
    }

    @Test
    @Tag("A1")
    void whoAppliesAndIsAdmittedFindsTheConsoleOpen() {
        Person outsider = Person.unknown(mall);
        outsider.joinAt("mall.localhost");
        assertThat(outsider.knock(mall.at("console.localhost"), Person.PASSWORD).status())
                .isNotEqualTo(303);
        String name = fresh("Lamp House ");
        Http console = seller(name).console();
        Http.Answer home = console.get("/");
        assertThat(home.status()).as(home.text()).isEqualTo(200);
        assertThat(home.text()).contains(name);
    }

    @Test
    @Tag("A1")
    void aRefusalIsToldWithItsReason() {
        Person person = Person.unknown(mall);
        Http shop = person.joinAt("mall.localhost");
        String name = fresh("Hasty ");
        shop.post("/sell", Map.of("name", name, "email", person.email(), "country", "KR"));
        decide(addressOf("/sellers", name), Map.of("do", "reject", "reason", "The papers are missing."));
        assertThat(shop.get("/sell").text()).contains("The papers are missing.");
        assertThat(person.knock(mall.at("console.localhost"), Person.PASSWORD).status())
                .isNotEqualTo(303);
    }
}
