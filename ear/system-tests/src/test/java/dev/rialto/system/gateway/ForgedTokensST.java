package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tokens that are not the mall's, over HTTP: one answer for all (A17). */
@Tag("A17")
class ForgedTokensST {
    private final Mall mall = Mall.running();

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String signed(JWSHeader header, JWTClaimsSet claims, JWSSigner signer) throws Exception {
        SignedJWT token = new SignedJWT(header, claims);
        token.sign(signer);
        return token.serialize();
    }

    /** By altering the text of a good token. */
    private static Map<String, String> altered(String good) {
        String[] parts = good.split("\\.");
        String payload = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put("no signature", parts[0] + "." + parts[1] + ".");
        forged.put("no signature part", parts[0] + "." + parts[1]);
        forged.put("half a signature", parts[0] + "." + parts[1] + "." + parts[2].substring(0, 40));
        forged.put("a signature of zeros", parts[0] + "." + parts[1] + "." + base64("\0".repeat(64)));
        forged.put(
                "another scope",
                parts[0] + "." + base64(payload.replace("goods:read", "stock:write")) + "." + parts[2]);
        forged.put(
                "another subject", parts[0] + "." + base64(payload.replace("sf_live_", "sf_live_x")) + "." + parts[2]);
        forged.put(
                "a later end",
                parts[0] + "." + base64(payload.replaceFirst("\"exp\":\\d", "\"exp\":9")) + "." + parts[2]);
        forged.put("algorithm none", base64("{\"alg\":\"none\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        forged.put("algorithm nOnE", base64("{\"alg\":\"nOnE\",\"typ\":\"at+jwt\"}") + "." + parts[1] + ".");
        forged.put("payload of another kind", parts[0] + "." + base64("[]") + "." + parts[2]);
        forged.put("nothing", "");
        forged.put("words", "let me in");
        forged.put("three dots", "...");
        forged.put("five parts", good + ".a.b");
        forged.put("twice", good + good);
        forged.put("very long", "a".repeat(6000) + "." + parts[1] + "." + parts[2]);
        return forged;
    }

    /** By signing anew with a key of one's own. */
    private static Map<String, String> signedElsewhere(SignedJWT good, JsonObject published) throws Exception {
        String kid = good.getHeader().getKeyID();
        ECKey foreign = new ECKeyGenerator(Curve.P_256).keyID(kid).generate();
        JWSSigner signer = new ECDSASigner(foreign);
        JOSEObjectType type = good.getHeader().getType();
        JWTClaimsSet claims = good.getJWTClaimsSet();
        Map<String, String> forged = new LinkedHashMap<>();
        JWSHeader.Builder header = new JWSHeader.Builder(JWSAlgorithm.ES256).type(type);
        forged.put(
                "a key of one's own under the mall's id",
                signed(header.keyID(kid).build(), claims, signer));
        forged.put("an unknown key id", signed(header.keyID("none").build(), claims, signer));
        forged.put("a path as key id", signed(header.keyID("../../etc/passwd").build(), claims, signer));
        forged.put(
                "its own key in the header",
                signed(header.keyID(kid).jwk(foreign.toPublicJWK()).build(), claims, signer));
        JWSHeader.Builder far =
                new JWSHeader.Builder(JWSAlgorithm.ES256).type(type).keyID(kid);
        forged.put(
                "an address of keys",
                signed(far.jwkURL(URI.create("https://keys.example/jwks.json")).build(), claims, signer));
        byte[] secret = published.toString().getBytes(StandardCharsets.UTF_8);
        JWSHeader mac =
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(type).keyID(kid).build();
        forged.put("the public key as a secret", signed(mac, claims, new MACSigner(secret)));
        return forged;
    }

    @Test
    void everyForgedTokenIsRefusedAlike() throws Exception {
        Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
        String good = partner.token();
        JsonObject keys =
                mall.at("api.localhost").get("/api/v1/jwks.json").json().getAsJsonObject();
        Map<String, String> forged = altered(good);
        forged.putAll(signedElsewhere(SignedJWT.parse(good), keys));
        Node member = Node.of(mall, "hanok.localhost").joined();
        forged.put("a member's token", member.token("Rialto-Member"));
        forged.put("a cart token", member.token("Rialto-Cart"));
        forged.put("a secret", Partner.SECRET);
        assertThat(forged).hasSizeGreaterThanOrEqualTo(20);
        assertThat(get(good).status()).isEqualTo(200);
        forged.forEach((how, token) -> {
            Http.Answer answer = get(token);
            assertThat(answer.status()).as(how).isEqualTo(401);
            assertThat(answer.json().getAsJsonObject().get("code").getAsString())
                    .as(how)
                    .isEqualTo("invalid_token");
            assertThat(answer.header("WWW-Authenticate")).as(how).isPresent();
        });
        assertThat(get(good).status()).isEqualTo(200);
    }

    private Http.Answer get(String token) {
        return mall.at("api.localhost").with("Authorization", "Bearer " + token).get("/api/v1/goods?limit=1");
    }

    @Test
    void aMembersPlaceTakesNoOtherToken() throws Exception {
        Node node = Node.of(mall, "hanok.localhost").joined();
        String program = node.partner().token();
        for (String token : Set.of(program, "nonsense", node.token("Rialto-Cart"))) {
            Http.Answer answer = node.forSomebodyElse()
                    .with("Rialto-Member", token)
                    .calling()
                    .get("/api/v1/member");
            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.json().getAsJsonObject().get("code").getAsString())
                    .isEqualTo("invalid_member_token");
        }
    }

    @Test
    void aCredentialThatRanOutOrWasRevokedGivesNoTokenAndItsOldOneEnds() throws Exception {
        for (String end : new String[] {"state = 'revoked'", "expires_at = now() - interval '1 day'"}) {
            Partner partner = Partner.ofStorefront(mall, "hanok.localhost", "goods:read");
            String token = partner.token();
            assertThat(get(token).status()).isEqualTo(200);
            try (var database = mall.database();
                    var update = database.prepareStatement("update credential set " + end + " where id = ?")) {
                update.setString(1, partner.clientId());
                assertThat(update.executeUpdate()).isEqualTo(1);
            }
            assertThat(partner.askForToken(Partner.SECRET).status()).isEqualTo(401);
            java.time.Instant limit = java.time.Instant.now().plusSeconds(20);
            while (get(token).status() != 401 && java.time.Instant.now().isBefore(limit)) {
                Thread.onSpinWait();
            }
            assertThat(get(token).status()).as(end).isEqualTo(401);
        }
    }

    @Test
    void aCodeOfTheSignInPageIsGoodOnce() throws Exception {
        Node node = Node.of(mall, "hanok.localhost");
        String code = node.joinAndBringCode("once-" + java.util.UUID.randomUUID() + "@example.test");
        assertThat(node.exchange(code, Node.VERIFIER).status()).isEqualTo(200);
        Http.Answer again = node.exchange(code, Node.VERIFIER);
        assertThat(again.status()).isEqualTo(400);
        assertThat(JsonParser.parseString(again.text())
                        .getAsJsonObject()
                        .get("code")
                        .getAsString())
                .isEqualTo("invalid_grant");
    }
}
