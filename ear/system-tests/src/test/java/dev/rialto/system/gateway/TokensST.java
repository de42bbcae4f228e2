package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The token endpoint as OAuth clients know it, and as programs of many sellers behind one address need it. */
@Tag("A17")
class TokensST {
    private static final String PATH = "/api/v1/token";
    private final Mall mall = Mall.running();

    private Http.Answer post(Map<String, String> form) {
        return mall.at("api.localhost").post(PATH, form);
    }

    private static void isRefused(Http.Answer answer, int status, String error) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.header("Content-Type")).hasValue("application/json");
        assertThat(answer.header("Cache-Control")).hasValue("no-store");
        JsonObject body = answer.json().getAsJsonObject();
        assertThat(body.get("error").getAsString()).isEqualTo(error);
        assertThat(body.get("error_description").getAsString()).isNotBlank();
        assertThat(body.get("requestId").getAsString())
                .isEqualTo(answer.header("X-Request-Id").orElseThrow());
    }

    @Test
    void refusalsHaveTheFormOfTheStandard() throws Exception {
        Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
        Http.Answer wrong = partner.askForToken("wrong");
        isRefused(wrong, 401, "invalid_client");
        assertThat(wrong.header("WWW-Authenticate"))
                .hasValueSatisfying(way -> assertThat(way).startsWith("Basic "));
        isRefused(post(Map.of()), 400, "invalid_request");
        isRefused(post(Map.of("grant_type", "password")), 400, "unsupported_grant_type");
        Map<String, String> form =
                new HashMap<>(Map.of("client_id", partner.clientId(), "client_secret", Partner.SECRET));
        form.put("grant_type", "refresh_token");
        isRefused(post(form), 400, "invalid_request");
        form.put("refresh_token", "nonsense");
        isRefused(post(form), 400, "invalid_grant");
    }

    @Test
    void whoAsksForProblemsGetsOne() throws Exception {
        Http http = mall.at("api.localhost").with("Accept", "application/problem+json");
        Http.Answer answer = http.post(PATH, Map.of("grant_type", "password"));
        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.header("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.json().getAsJsonObject().get("code").getAsString()).isEqualTo("unsupported_grant_type");
    }

    @Test
    @Tag("A36")
    void aSuspendedCredentialMayNotHaveOne() throws Exception {
        Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
        partner.set("state = 'suspended'");
        isRefused(partner.askForToken(Partner.SECRET), 403, "unauthorized_client");
    }

    @Test
    void aSecretMayComeInTheHeaderFormEncoded() throws Exception {
        Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
        String pair = partner.clientId() + ":" + Partner.SECRET.replace(" ", "%20");
        String header = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        Http.Answer answer = mall.at("api.localhost")
                .with("Authorization", header)
                .post(PATH, Map.of("grant_type", "client_credentials"));
        assertThat(answer.status()).as(answer.toString()).isEqualTo(200);
    }

    @Test
    void rightSecretsAreNeverCountedAgainstTheirAddress() throws Exception {
        Neighbour neighbour = new Neighbour(mall.port(), "127.0.0.71");
        Partner one = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
        Partner other = Partner.ofStorefront(mall, "nordlicht.localhost", "goods:read");
        for (int i = 0; i < 40; i++) {
            assertThat(neighbour.askForToken(one, Partner.SECRET)).startsWith("HTTP/1.1 200");
            assertThat(neighbour.askForToken(other, Partner.SECRET)).startsWith("HTTP/1.1 200");
        }
    }

    @Test
    void manyWrongSecretsFromOneAddressAreSlowedDownAndNobodyElseIs() throws Exception {
        Neighbour guesser = new Neighbour(mall.port(), "127.0.0.72");
        Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
        String last = "";
        // a minute of the mall's may end meanwhile, and the count with it
        for (int i = 0; i < 130 && !last.startsWith("HTTP/1.1 429"); i++) {
            last = guesser.askForToken(partner, "guess-" + i);
        }
        assertThat(last).startsWith("HTTP/1.1 429").contains("slow_down").containsIgnoringCase("Retry-After: 60");
        assertThat(guesser.askForToken(partner, Partner.SECRET)).startsWith("HTTP/1.1 200");
        Neighbour somebody = new Neighbour(mall.port(), "127.0.0.73");
        assertThat(somebody.askForToken(partner, "wrong")).startsWith("HTTP/1.1 401");
    }
}
