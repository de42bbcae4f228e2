package dev.rialto.system.partner;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;

/**
 * Stands before a mall as a proxy does, and can change what it answers on the way: the ID token, signed by the mall, by a
 * key that is published beside the mall's own, or by one that nobody knows.
 */
final class Meddler implements AutoCloseable {
    private static final List<String> PASSED =
            List.of("Accept", "Accept-Language", "Authorization", "Content-Type", "Cookie", "Host", "Origin");

    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final int behind;
    private final ECKey published = key("published");
    private final ECKey unknown = key("published");
    private volatile UnaryOperator<String> change = UnaryOperator.identity();

    Meddler(int port, int behind) throws IOException {
        this.behind = behind;
        this.server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
        server.setExecutor(Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "meddler");
            thread.setDaemon(true);
            return thread;
        }));
        server.createContext("/", this::pass);
        server.start();
    }

    private static ECKey key(String id) {
        try {
            return new ECKeyGenerator(Curve.P_256).keyID(id).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets everything through from now on. */
    void bePassive() {
        change = UnaryOperator.identity();
    }

    /** Puts another ID token into the place of each. */
    void replaceIdToken(UnaryOperator<String> other) {
        change = other;
    }

    /** The same claims but for what is changed, signed by the key that is published. */
    UnaryOperator<String> signedByPublished(UnaryOperator<JWTClaimsSet.Builder> claims) {
        return token -> signed(token, published, claims);
    }

    /** The same claims, signed by a key of the same name that nobody published. */
    UnaryOperator<String> forged() {
        return token -> signed(token, unknown, claims -> claims);
    }

    private static String signed(String token, ECKey key, UnaryOperator<JWTClaimsSet.Builder> claims) {
        try {
            JWTClaimsSet told = SignedJWT.parse(token).getJWTClaimsSet();
            SignedJWT made = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.ES256)
                            .keyID(key.getKeyID())
                            .build(),
                    claims.apply(new JWTClaimsSet.Builder(told)).build());
            made.sign(new ECDSASigner(key));
            return made.serialize();
        } catch (ParseException | JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        URI address = URI.create("http://127.0.0.1:" + behind + exchange.getRequestURI());
        HttpRequest.Builder request = HttpRequest.newBuilder(address)
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (PASSED.stream().anyMatch(name::equalsIgnoreCase)) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            answer(exchange, client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            exchange.close();
        }
    }

    private void answer(HttpExchange exchange, HttpResponse<byte[]> answer) throws IOException {
        answer.headers().map().forEach((name, values) -> {
            if (!List.of("content-length", "transfer-encoding", "connection").contains(name)) {
                exchange.getResponseHeaders().put(name, values);
            }
        });
        byte[] body = changed(exchange.getRequestURI().getPath(), answer.body());
        exchange.sendResponseHeaders(answer.statusCode(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private byte[] changed(String path, byte[] body) {
        if (path.endsWith("/jwks.json")) {
            JsonObject keys = object(body);
            keys.getAsJsonArray("keys")
                    .add(JsonParser.parseString(published.toPublicJWK().toJSONString()));
            return bytes(keys);
        }
        if (path.endsWith("/openid/token")) {
            JsonObject tokens = object(body);
            if (tokens.has("id_token")) {
                tokens.addProperty(
                        "id_token", change.apply(tokens.get("id_token").getAsString()));
                return bytes(tokens);
            }
        }
        return body;
    }

    private static JsonObject object(byte[] body) {
        return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
    }

    private static byte[] bytes(JsonObject object) {
        return object.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
