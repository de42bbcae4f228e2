package dev.rialto.system.seller;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a member does with his own account. */
class AccountST {
    private static final String FRESH = "seven boats at anchor";
    static Mall mall;

    @BeforeAll
    static void theMall() {
        mall = Mall.running();
    }

    private static Http visitor() {
        return mall.at("mall.localhost").with("Accept-Language", "en");
    }

    /** Joins in English, the language of the mails to come. */
    private static Http joined(Person person) {
        Http shop = visitor();
        Http.Answer answer = shop.post("/account/join", person.joining());
        assertThat(answer.status()).as(answer.text()).isEqualTo(303);
        return shop;
    }

    private static int signIn(String email, String password) {
        return visitor()
                .post("/account/sign-in", Map.of("email", email, "password", password))
                .status();
    }

    @Test
    void aForgottenPasswordIsReplacedThroughTheMailedLinkOnce() {
        Person person = Person.unknown(mall);
        Http elsewhere = joined(person);
        Http.Answer asked = visitor().post("/account/forgotten", Map.of("email", person.email()));
        Http.Answer unknown = visitor().post("/account/forgotten", Map.of("email", "nobody@example.test"));
        assertThat(asked.text().replace(person.email(), ""))
                .isEqualTo(unknown.text().replace("nobody@example.test", ""));
        String link = Mailbox.find(
                "(/account/new-password\\?link=[\\w-]+)",
                Mailbox.of(person.email()).await("password", 1));
        Http browser = visitor();
        assertThat(browser.get(link).status()).isEqualTo(200);
        Map<String, String> form = new HashMap<>(Map.of(
                "link", link.substring(link.indexOf('=') + 1), "password", "password123", "repeated", "password123"));
        assertThat(browser.post("/account/new-password", form).status()).isEqualTo(422);
        form.putAll(Map.of("password", FRESH, "repeated", FRESH));
        assertThat(browser.post("/account/new-password", form).status()).isEqualTo(303);
        assertThat(elsewhere.get("/account").status()).isEqualTo(303);
        assertThat(signIn(person.email(), Person.PASSWORD)).isEqualTo(422);
        assertThat(signIn(person.email(), FRESH)).isEqualTo(303);
        assertThat(browser.get(link).status()).isEqualTo(410);
        Mailbox.of(person.email()).await("was changed", 1);
    }

    @Test
    void changingThePasswordNeedsTheOldOneAndEndsTheOtherSessions() {
        Person person = Person.unknown(mall);
        Http here = joined(person);
        Http there = visitor();
        there.post("/account/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD));
        assertThat(there.get("/account").status()).isEqualTo(200);
        Map<String, String> form =
                new HashMap<>(Map.of("password", "a guess", "newPassword", FRESH, "repeated", FRESH));
        assertThat(here.post("/account/password", form).text()).contains("The password is not right");
        form.put("password", Person.PASSWORD);
        form.put("repeated", "a slip");
        assertThat(here.post("/account/password", form).text()).contains("The two passwords differ");
        form.put("repeated", FRESH);
        assertThat(here.post("/account/password", form).status()).isEqualTo(303);
        assertThat(here.get("/account").status()).isEqualTo(200);
        assertThat(there.get("/account").status()).isEqualTo(303);
        Mailbox.of(person.email()).await("was changed", 1);
    }

    @Test
    void oneSeesByTheNameOfTheBrowserWhereOneIsSignedIn() {
        Person person = Person.unknown(mall);
        Http shop = joined(person);
        String phone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15"
                + " (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1";
        Http there = visitor().with("User-Agent", phone);
        there.post("/account/sign-in", Map.of("email", person.email(), "password", Person.PASSWORD));
        assertThat(shop.get("/account").text()).contains("Mobile Safari · iOS").doesNotContain("AppleWebKit");
    }

    @Test
    void staffChangeTheirPasswordOnTheConsole() {
        Person operator = Person.operator(mall);
        Http console = operator.console();
        Http other = operator.console();
        Map<String, String> form =
                Map.of("password", Person.PASSWORD, "newPassword", FRESH, "repeated", FRESH, "do", "change");
        assertThat(console.post("/account/password", form).status()).isEqualTo(303);
        assertThat(console.get("/").status()).isEqualTo(200);
        assertThat(other.get("/").status()).isEqualTo(303);
        assertThat(operator.knock(mall.at("console.localhost"), FRESH).status()).isEqualTo(303);
        assertThat(console.post("/account/password", form).text()).contains("name=\"newPassword\"");
    }

    @Test
    void aMailedCodeSignsInOnce() {
        Person person = Person.unknown(mall);
        joined(person);
        Http browser = visitor();
        assertThat(browser.post("/account/code", Map.of("email", person.email()))
                        .text())
                .contains("name=\"code\"");
        String code =
                Mailbox.find("(?m)^(\\d{6})\\s*$", Mailbox.of(person.email()).await("code", 1));
        Map<String, String> form = Map.of("email", person.email(), "code", code);
        assertThat(browser.post("/account/code/sign-in", form).status()).isEqualTo(303);
        assertThat(browser.get("/account").text()).contains(person.email());
        assertThat(visitor().post("/account/code/sign-in", form).status()).isEqualTo(422);
    }

    @Test
    void theAddressBookKeepsChangesAndForgetsAddresses() {
        Http shop = joined(Person.unknown(mall));
        Map<String, String> home = new HashMap<>(Map.of(
                "name",
                "Kim Mina",
                "country",
                "KR",
                "postcode",
                "04524",
                "city",
                "Seoul",
                "street",
                "Sejongdaero 110"));
        Map<String, String> nameless = new HashMap<>(home);
        nameless.put("name", "");
        assertThat(shop.post("/account/addresses", nameless).text()).contains("aria-invalid", "Sejongdaero 110");
        assertThat(shop.post("/account/addresses", home).status()).isEqualTo(303);
        String id = addressIn(shop.get("/account/addresses"));
        assertThat(shop.get("/account/addresses/" + id).text()).contains("value=\"Sejongdaero 110\"");
        home.put("address", id);
        home.put("street", "Toegyero 24");
        home.put("preferred", "yes");
        assertThat(shop.post("/account/addresses", home).status()).isEqualTo(303);
        assertThat(shop.get("/account/addresses").text())
                .contains("Toegyero 24", "First choice")
                .doesNotContain("Sejongdaero 110");
        Http stranger = joined(Person.unknown(mall));
        assertThat(stranger.get("/account/addresses/" + id).status()).isEqualTo(404);
        assertThat(stranger.post("/account/addresses/remove", Map.of("address", id))
                        .status())
                .isEqualTo(404);
        assertThat(shop.post("/account/addresses/remove", Map.of("address", id)).status())
                .isEqualTo(303);
        assertThat(shop.get("/account/addresses").text()).contains("No address yet");
    }

    private static String addressIn(Http.Answer page) {
        Matcher address =
                Pattern.compile("/account/addresses/(address_[a-z0-9]+)").matcher(page.text());
        assertThat(address.find()).as(page.text()).isTrue();
        return address.group(1);
    }

    @Test
    void aMemberReadsTakesAwayAndErasesAllThatIsKept() {
        Person person = Person.unknown(mall);
        Http shop = joined(person);
        assertThat(shop.get("/account/data").text())
                .contains(person.email(), "Kim Mina", "Consents", "Terms and privacy notice");
        assertThat(shop.get("/account/export").json().getAsJsonObject().has("orders"))
                .isTrue();
        assertThat(shop.post("/account/erase", Map.of("password", "a guess")).text())
                .contains("The password is not right");
        assertThat(shop.post("/account/erase", Map.of("password", Person.PASSWORD))
                        .status())
                .isEqualTo(303);
        assertThat(shop.get("/account").status()).isEqualTo(303);
        assertThat(signIn(person.email(), Person.PASSWORD)).isEqualTo(422);
    }
}
