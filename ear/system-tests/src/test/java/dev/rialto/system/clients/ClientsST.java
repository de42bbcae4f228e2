package dev.rialto.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonElement;
import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Clients in three languages, generated from the contract, compiled, and run against the gateway. */
class ClientsST {
    private static final String SAID = "3 KRW true 1 goods_not_found";
    private static final String SECRET = "a secret only generated clients know";
    private static final Mall MALL = Mall.running();

    /** Where the gateway is, a credential of the demo's storefront, a variant of its seller and a key of its own. */
    private static Map<String, String> settings() throws Exception {
        String id = "sf_live_" + UUID.randomUUID().toString().replace("-", "").substring(0, 26);
        String hash = HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(SECRET.getBytes(StandardCharsets.UTF_8)));
        try (var database = MALL.database();
                var insert = database.prepareStatement("""
                        insert into credential (id, tenant_id, site_id, kind, name, secret_hash, scopes, state, created_at)
                        select ?, tenant_id, site_id, 'storefront', 'generated client', ?,
                               array['goods:read', 'stock:write'], 'active', now()
                        from site_host where host = 'hanok.localhost'
                        """)) {
            insert.setString(1, id);
            insert.setString(2, hash);
            assertThat(insert.executeUpdate()).isEqualTo(1);
        }
        return Map.of(
                "API",
                "http://127.0.0.1:" + MALL.port() + "/api",
                "HOST",
                "api.localhost:" + MALL.port(),
                "CLIENT_ID",
                id,
                "CLIENT_SECRET",
                SECRET,
                "VARIANT",
                variant(id),
                "KEY",
                "client-" + UUID.randomUUID());
    }

    private static String variant(String id) {
        String token = MALL.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of("grant_type", "client_credentials", "client_id", id, "client_secret", SECRET))
                .json()
                .getAsJsonObject()
                .get("access_token")
                .getAsString();
        Http caller = MALL.at("api.localhost").with("Authorization", "Bearer " + token);
        for (JsonElement goods : items(caller, "/api/v1/goods?limit=20")) {
            String slug = goods.getAsJsonObject().get("slug").getAsString();
            for (JsonElement each : items(caller, "/api/v1/goods/" + slug + "/stock")) {
                if (each.getAsJsonObject().get("available").getAsLong() > 0) {
                    return each.getAsJsonObject().get("variantId").getAsString();
                }
            }
        }
        throw new AssertionError("the storefront has nothing in stock");
    }

    private static List<JsonElement> items(Http caller, String path) {
        return caller.get(path).json().getAsJsonObject().getAsJsonArray("items").asList();
    }

    @Test
    void aClientInTypeScriptCompilesAndWorks() throws Exception {
        Workshop.requireProgram("node", "--version");
        Workshop.requireProgram("npm", "--version");
        Workshop client = Workshop.of("typescript-fetch", "supportsES6=true").with("client.ts");
        client.run(Map.of(), List.of("npm", "install", "--no-save", "--no-audit", "--no-fund", "typescript@5.9.3"));
        client.run(
                Map.of(),
                List.of(
                        "node_modules/.bin/tsc",
                        "--strict",
                        "--target",
                        "es2022",
                        "--module",
                        "commonjs",
                        "--lib",
                        "es2022,dom,dom.iterable",
                        "--outDir",
                        "made",
                        "client.ts"));
        assertThat(client.run(settings(), List.of("node", "made/client.js"))).isEqualTo(SAID);
    }

    @Test
    void aClientInJavaCompilesAndWorks() throws Exception {
        Workshop client = Workshop.of("java", "library=native", "useJakartaEe=true", "openApiNullable=false")
                .with("Client.java");
        String libraries = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> compile = new ArrayList<>(
                List.of(Workshop.java() + "c", "-nowarn", "-proc:none", "-d", "made", "-cp", libraries, "Client.java"));
        compile.addAll(client.sources("src/main/java"));
        client.run(Map.of(), compile);
        assertThat(client.run(
                        settings(),
                        List.of(
                                Workshop.java(),
                                "-Djdk.httpclient.allowRestrictedHeaders=host",
                                "-cp",
                                "made:" + libraries,
                                "Client")))
                .isEqualTo(SAID);
    }

    @Test
    void aClientInPythonWorks() throws Exception {
        Workshop.requireProgram("/usr/bin/python3", "-c", "import pydantic, urllib3, dateutil");
        Workshop client =
                Workshop.of("python-pydantic-v1", "packageName=rialto_client").with("client.py");
        assertThat(client.run(settings(), List.of("/usr/bin/python3", "client.py")))
                .isEqualTo(SAID);
    }
}
