package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import java.net.URI;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff of a seller come in through the provider of their own house. */
class SignOnST {
    private static final Pattern WAY = Pattern.compile("id=\"sign-on-way\" href=\"([^\"]+)\"");

    private final HouseProvider house = new HouseProvider();
    private final ConsoleClient owner = ConsoleClient.sellerWithoutShop();

    @BeforeEach
    void set() {
        Http.Answer page = owner.get("/staff/sign-on");
        Http.Answer saved = owner.post(
                "/staff/sign-on",
                "save",
                "version",
                ConsoleClient.hidden(page, "version"),
                "issuer",
                house.issuer(),
                "clientId",
                HouseProvider.CLIENT,
                "clientSecret",
                HouseProvider.SECRET,
                "domains",
                "moru-house.example",
                "groupClaim",
                "groups",
                "roles",
                "packers = staff\nbosses = owner",
                "active",
                "on");
        assertThat(saved.status()).as(saved.text()).isEqualTo(303);
    }

    @AfterEach
    void close() {
        owner.post("/staff/sign-on", "relax");
        house.close();
    }

    private static Http.Answer comeBack(ConsoleClient person, URI back) {
        return person.get(back.getRawPath() + "?" + back.getRawQuery());
    }

    private Http.Answer enter(ConsoleClient person) {
        Http.Answer page = person.post("/sign-on", "begin", "email", "kim@moru-house.example");
        Matcher way = WAY.matcher(page.text());
        assertThat(way.find()).as(page.text()).isTrue();
        return comeBack(person, house.signInAt(URI.create(way.group(1).replace("&amp;", "&"))));
    }

    @Test
    void aGroupOfTheHouseGivesARoleAtTheSellerAndNowhereElse() {
        house.putInto("packers", "choir");
        ConsoleClient person = new ConsoleClient();
        assertThat(enter(person).text()).contains("You are signed in");
        Http.Answer home = person.get("/");
        assertThat(home.status()).isEqualTo(200);
        assertThat(home.text()).contains("Studio Moru", "Moru Kim");
        assertThat(person.get("/staff").status()).isEqualTo(403);
        house.putInto("bosses");
        ConsoleClient later = new ConsoleClient();
        enter(later);
        assertThat(later.get("/staff").status()).isEqualTo(200);
    }

    @Test
    void whoeverHasNoSuchGroupIsRefusedAndLosesTheRole() {
        house.putInto("packers");
        ConsoleClient person = new ConsoleClient();
        enter(person);
        house.putInto("choir");
        assertThat(enter(new ConsoleClient()).text()).contains("None of your groups has a role here");
        assertThat(person.get("/goods").status()).isEqualTo(303);
    }

    @Test
    void answersThatAreForgedOrForAnotherBrowserAreRefused() throws Exception {
        house.putInto("bosses");
        house.signWithAnotherKey();
        assertThat(enter(new ConsoleClient()).text()).contains("was not completed");
        house.signAgainAsBefore();
        house.answerAnotherNonce("another");
        assertThat(enter(new ConsoleClient()).text()).contains("was not completed");
        house.answerAnotherNonce("");
        ConsoleClient begun = new ConsoleClient();
        Matcher way = WAY.matcher(begun.post("/sign-on", "begin", "email", "kim@moru-house.example")
                .text());
        assertThat(way.find()).isTrue();
        URI back = house.signInAt(URI.create(way.group(1).replace("&amp;", "&")));
        ConsoleClient another = new ConsoleClient();
        assertThat(comeBack(another, back).text()).contains("was not completed");
        assertThat(another.get("/").status()).isEqualTo(303);
        assertThat(comeBack(begun, back).text()).contains("You are signed in");
        assertThat(comeBack(begun, back).text()).contains("was not completed");
    }

    @Test
    void enforcedItIsTheOnlyWayInButForTheAccountKeptForEmergencies() {
        assertThat(owner.post("/staff/sign-on", "enforce").status())
                .as("nobody came in through it yet")
                .isEqualTo(409);
        house.putInto("bosses");
        ConsoleClient person = new ConsoleClient();
        enter(person);
        assertThat(person.post("/staff/sign-on", "enforce").status())
                .as("an account without a password cannot be the one for emergencies")
                .isEqualTo(409);
        Colleague colleague = Colleague.at("Studio Moru", "staff");
        assertThat(new ConsoleClient()
                        .signIn(colleague.email(), Colleague.PASSWORD)
                        .status())
                .isEqualTo(303);
        assertThat(owner.post("/staff/sign-on", "enforce").status()).isEqualTo(303);
        assertThat(new ConsoleClient()
                        .signIn(colleague.email(), Colleague.PASSWORD)
                        .status())
                .isEqualTo(401);
        assertThat(new ConsoleClient()
                        .signIn("seller@moru.example", "moru-seller-2026")
                        .status())
                .isEqualTo(303);
        assertThat(person.get("/").status()).isEqualTo(200);
    }
}
