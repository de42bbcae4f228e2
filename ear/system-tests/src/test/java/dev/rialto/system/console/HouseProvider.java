package dev.rialto.system.console;

import com.google.gson.Gson;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The OpenID Connect provider of a seller's house: signs its tokens, checks client, code and PKCE. */
final class HouseProvider implements AutoCloseable {
    static final String CLIENT = "rialto-console";
    static final String SECRET = "a secret of the house";

    private final HttpServer server;
    private final RSAKey key;
    private final Map<String, Map<String, String>> questions = new ConcurrentHashMap<>();
    private volatile List<String> groups = List.of();
    private volatile RSAKey signer;
    private volatile String nonceInstead = "";

    HouseProvider() {
        try {
            key = new RSAKeyGenerator(2048).keyID("house").generate();
            signer = key;
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException | JOSEException e) {
            throw new IllegalStateException(e);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> send(exchange, 200, metadata()));
        server.createContext("/keys", exchange -> send(exchange, 200, new JWKSet(key).toString(true)));
        server.createContext("/token", this::token);
        server.start();
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void putInto(String... those) {
        groups = List.of(those);
    }

    void signWithAnotherKey() throws JOSEException {
        signer = new RSAKeyGenerator(2048).keyID("house").generate();
    }

    void signAgainAsBefore() {
        signer = key;
    }

    void answerAnotherNonce(String nonce) {
        nonceInstead = nonce;
    }

    /** The person signs in at the provider; the address to which the browser is sent back. */
    URI signInAt(URI way) {
        Map<String, String> question = parameters(way.getRawQuery());
        String code = UUID.randomUUID().toString();
        questions.put(code, question);
        return URI.create(question.get("redirect_uri") + "?code=" + code + "&state=" + question.get("state"));
    }

    private String metadata() {
        return new Gson()
                .toJson(Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/authorize",
                        "token_endpoint", issuer() + "/token",
                        "jwks_uri", issuer() + "/keys",
                        "response_types_supported", List.of("code"),
                        "subject_types_supported", List.of("public"),
                        "id_token_signing_alg_values_supported", List.of("RS256")));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form =
                parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> question = questions.remove(form.getOrDefault("code", ""));
        String basic = Base64.getEncoder()
                .encodeToString((CLIENT + ":" + SECRET.replace(" ", "+")).getBytes(StandardCharsets.UTF_8));
        boolean rightClient =
                ("Basic " + basic).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (question == null || !rightClient || !challenge(form).equals(question.get("code_challenge"))) {
            send(exchange, 400, "{\"error\":\"invalid_grant\"}");
            return;
        }
        String idToken = idToken(nonceInstead.isEmpty() ? question.get("nonce") : nonceInstead);
        send(
                exchange,
                200,
                new Gson().toJson(Map.of("access_token", "x", "token_type", "Bearer", "id_token", idToken)));
    }

    private String idToken(String nonce) {
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.RS256).keyID("house").build(),
                    new JWTClaimsSet.Builder()
                            .issuer(issuer())
                            .audience(CLIENT)
                            .subject("person-1")
                            .issueTime(Date.from(Instant.now()))
                            .expirationTime(Date.from(Instant.now().plusSeconds(300)))
                            .claim("nonce", nonce)
                            .claim("name", "Moru Kim")
                            .claim("groups", groups)
                            .build());
            token.sign(new RSASSASigner(signer));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String challenge(Map<String, String> form) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(form.getOrDefault("code_verifier", "").getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> parameters(String query) {
        Map<String, String> found = new HashMap<>();
        for (String part : query.split("&")) {
            int equals = part.indexOf('=');
            found.put(
                    URLDecoder.decode(part.substring(0, equals), StandardCharsets.UTF_8),
                    URLDecoder.decode(part.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return found;
    }

    private static void send(HttpExchange exchange, int status, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
