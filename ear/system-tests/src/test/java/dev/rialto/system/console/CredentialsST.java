package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A seller's credentials in the console: made, shown once, renewed with an overlap, revoked by name. */
@Tag("A17")
class CredentialsST {
    private final Mall mall = Mall.running();
    private final ConsoleClient seller = ConsoleClient.hanok();

    private record Made(String name, String id, String secret) {
        String path() {
            return "/credentials/" + id;
        }
    }

    private static String shown(Http.Answer page, String id) {
        Matcher code = Pattern.compile("id=\"" + id + "\">([^<]+)<").matcher(page.text());
        assertThat(code.find()).as(id + " in " + page).isTrue();
        return code.group(1);
    }

    private Made make() {
        String name = "Stock system " + UUID.randomUUID();
        Http.Answer page = seller.post(
                "/credentials", "issue", "name", name, "site", "", "expiresAt", "", "scopes", "stock:write");
        assertThat(page.status()).as(page.toString()).isEqualTo(200);
        return new Made(name, shown(page, "credential-id"), shown(page, "credential-secret"));
    }

    private int token(Made made, String secret) {
        return mall.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of("grant_type", "client_credentials", "client_id", made.id(), "client_secret", secret))
                .status();
    }

    @Test
    void aSecretIsShownOnceAndWorks() {
        Made made = make();
        assertThat(token(made, made.secret())).isEqualTo(200);
        Http.Answer list = seller.get("/credentials?q=" + made.id());
        assertThat(list.text()).contains(made.name(), made.id()).doesNotContain(made.secret());
        Http.Answer one = seller.get(made.path());
        assertThat(one.text()).contains("Changing stock", "stock:write").doesNotContain(made.secret(), "Not used yet");
    }

    @Test
    void aNewSecretIsGoodBesideTheOldOneUntilThatIsEnded() {
        Made made = make();
        assertThat(seller.get(made.path() + "?ask=renew").text()).contains(made.name(), "7 days");
        String fresh = shown(seller.post(made.path(), "renew", "overlap", "PT24H"), "credential-secret");
        assertThat(token(made, made.secret())).isEqualTo(200);
        assertThat(token(made, fresh)).isEqualTo(200);
        assertThat(seller.get(made.path()).text()).contains("The secret before is good too until");
        seller.follow(seller.post(made.path(), "drop"));
        assertThat(token(made, made.secret())).isEqualTo(401);
        assertThat(token(made, fresh)).isEqualTo(200);
        assertThat(seller.post(made.path(), "renew", "overlap", "P999D").status())
                .isEqualTo(422);
    }

    @Test
    void revokingAsksByNameAndEndsIt() {
        Made made = make();
        assertThat(seller.get(made.path() + "?ask=revoke").text()).contains("Revoke “" + made.name() + "”?", made.id());
        seller.follow(seller.post(made.path(), "suspend"));
        assertThat(token(made, made.secret())).isEqualTo(403);
        seller.follow(seller.post(made.path(), "resume"));
        assertThat(token(made, made.secret())).isEqualTo(200);
        assertThat(seller.follow(seller.post(made.path(), "revoke")).text()).contains(made.name());
        assertThat(token(made, made.secret())).isEqualTo(401);
        assertThat(seller.get("/credentials?q=" + made.id()).text()).doesNotContain(made.name());
        assertThat(seller.get("/credentials?state=revoked&q=" + made.id()).text())
                .contains(made.name());
    }

    @Test
    void wrongFieldsAreNamedAndNothingIsMade() {
        Http.Answer refused = seller.post(
                "/credentials", "issue", "name", " ", "site", "", "expiresAt", "2001-01-01", "scopes", "all:of-it");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("must be filled in", "is over already", "is not known");
        assertThat(seller.post("/credentials", "issue", "name", "x", "site", "", "expiresAt", "never")
                        .status())
                .isEqualTo(422);
    }

    @Test
    @Tag("A19")
    void anotherSellersCredentialIsNotThere() {
        Made made = make();
        ConsoleClient other = ConsoleClient.sellerWithoutShop();
        assertThat(other.get(made.path()).status()).isEqualTo(404);
        for (String action : new String[] {"renew", "revoke", "suspend", "drop"}) {
            assertThat(other.post(made.path(), action, "overlap", "PT0S").status())
                    .as(action)
                    .isEqualTo(404);
        }
        assertThat(other.get("/credentials?q=" + made.id()).text()).doesNotContain(made.name());
        assertThat(token(made, made.secret())).isEqualTo(200);
    }
}
