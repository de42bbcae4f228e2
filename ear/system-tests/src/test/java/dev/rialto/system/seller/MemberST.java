package dev.rialto.system.seller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MemberST {
    static Mall mall;

    @BeforeAll
    static void theMall() {
        mall = Mall.running();
    }

    private static Http.Answer signIn(Http shop, String email, String password) {
        return shop.post("/account/sign-in", Map.of("email", email, "password", password));
    }

    @Test
    @Tag("A27")
    @Tag("D8")
    void whoJoinsIsSignedInAndMayComeBack() {
        Person person = Person.unknown(mall);
        Http shop = person.joinAt("mall.localhost");
        assertThat(shop.get("/account").text()).contains(person.email());
        shop.post("/account/sign-out", Map.of());
        assertThat(shop.get("/account").status()).isEqualTo(303);
        assertThat(signIn(shop, person.email(), Person.PASSWORD).status()).isEqualTo(303);
        assertThat(shop.get("/account").text()).contains(person.email());
    }

    @Test
    @Tag("D8")
    void aSecondAccountOfOneAddressIsRefusedAndWhatWasTypedStays() {
        Person person = Person.unknown(mall);
        person.joinAt("mall.localhost");
        Http.Answer again = mall.at("mall.localhost").post("/account/join", person.joining());
        assertThat(again.status()).isEqualTo(422);
        assertThat(again.text()).contains(person.email()).doesNotContain(Person.PASSWORD);
    }

    @Test
    @Tag("D8")
    void wrongFieldsAreShownAndNobodyIsMade() {
        Person person = Person.unknown(mall);
        Map<String, String> form = person.joining();
        form.put("password", "password123");
        form.put("name", "<script>alert(1)</script>");
        form.remove("terms");
        Http.Answer refused = mall.at("mall.localhost").post("/account/join", form);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).doesNotContain("<script>alert(1)").contains("aria-invalid");
        assertThat(signIn(mall.at("mall.localhost"), person.email(), "password123")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("D24")
    void unknownAddressAndWrongPasswordReadTheSame() {
        Person person = Person.unknown(mall);
        person.joinAt("mall.localhost");
        String wrong = signIn(mall.at("mall.localhost"), person.email(), "not the password")
                .text()
                .replace(person.email(), "");
        Person nobody = Person.unknown(mall);
        String unknown = signIn(mall.at("mall.localhost"), nobody.email(), "not the password")
                .text()
                .replace(nobody.email(), "");
        assertThat(wrong).isEqualTo(unknown);
    }

    @Test
    @Tag("D3")
    @Tag("D22")
    @Tag("D23")
    void theConsoleIsShutToWhoeverIsNotSignedInAndToShoppers() {
        Http console = mall.at("console.localhost");
        for (String path : new String[] {"/", "/orders", "/goods", "/sellers", "/members", "/staff"}) {
            Http.Answer answer = console.get(path);
            assertThat(answer.status()).as(path).isIn(303, 401, 403, 404);
        }
        Person shopper = Person.unknown(mall);
        Http shop = shopper.joinAt("mall.localhost");
        assertThat(shopper.knock(console, Person.PASSWORD).status()).isNotEqualTo(303);
        Http smuggler = mall.at("console.localhost");
        shop.cookies().forEach((name, value) -> smuggler.cookies().put("rialto_console", value));
        assertThat(smuggler.get("/orders").status()).isIn(303, 401, 403, 404);
    }

    @Test
    @Tag("D30")
    void afterLeavingTheConsoleItsTokenOpensNothing() {
        Http console = Person.operator(mall).console();
        Map<String, String> kept = Map.copyOf(console.cookies());
        assertThat(console.get("/members").status()).isEqualTo(200);
        console.post("/sign-out", Map.of("do", "sign-out"));
        Http again = mall.at("console.localhost");
        again.cookies().putAll(kept);
        assertThat(again.get("/members").status()).isIn(303, 401, 403);
    }

    @Test
    void aTokenOfOneShopOpensNothingOnAnother() {
        Person person = Person.unknown(mall);
        Http shop = person.joinAt("mall.localhost");
        Http console = Person.operator(mall).console();
        assertThat(console.get("/").status()).isEqualTo(200);
        Http elsewhere = mall.at("mall.localhost");
        elsewhere.cookies().put("rialto", console.cookies().getOrDefault("rialto_console", "none"));
        assertThat(elsewhere.get("/account").status()).isEqualTo(303);
        assertThat(shop.get("/account").status()).isEqualTo(200);
    }

    @Test
    void theCookieIsOutOfReachOfScriptsAndOfOtherSites() {
        Person person = Person.unknown(mall);
        Http.Answer joined = mall.at("mall.localhost").post("/account/join", person.joining());
        assertThat(joined.response().headers().allValues("Set-Cookie"))
                .anySatisfy(cookie ->
                        assertThat(cookie).startsWith("rialto=").contains("HttpOnly", "SameSite=Lax", "Path=/"));
    }
}
