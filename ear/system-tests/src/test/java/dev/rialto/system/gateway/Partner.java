package dev.rialto.system.gateway;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;

/** A program of a seller that calls the gateway with a credential of its own. */
final class Partner {
    static final String SECRET = "a secret only tests know";

    private final Mall mall;
    private final String clientId;

    private Partner(Mall mall, String clientId) {
        this.mall = mall;
        this.clientId = clientId;
    }

    /** A new credential for the storefront on a host of the demo. */
    static Partner ofStorefront(Mall mall, String host, String... scopes) throws Exception {
        String clientId =
                "sf_live_0" + UUID.randomUUID().toString().replace("-", "").substring(0, 25);
        try (var database = mall.database();
                var insert = database.prepareStatement("""
                        insert into credential (id, tenant_id, site_id, kind, name, secret_hash, scopes, state, created_at)
                        select ?, tenant_id, site_id, 'storefront', 'test', ?, ?, 'active', now() from site_host where host = ?
                        """)) {
            insert.setString(1, clientId);
            insert.setString(2, hash(SECRET));
            insert.setArray(3, database.createArrayOf("text", scopes));
            insert.setString(4, host);
            if (insert.executeUpdate() != 1) {
                throw new IllegalStateException("no storefront on " + host);
            }
        }
        return new Partner(mall, clientId);
    }

    static String hash(String secret) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
    }

    Http.Answer askForToken(String secret) {
        return mall.at("api.localhost")
                .post(
                        "/api/v1/token",
                        Map.of("grant_type", "client_credentials", "client_id", clientId, "client_secret", secret));
    }

    String clientId() {
        return clientId;
    }

    String token() {
        return askForToken(SECRET).json().getAsJsonObject().get("access_token").getAsString();
    }

    /** Registers where people may be sent back to. */
    void sendBackTo(String address) throws Exception {
        try (var database = mall.database();
                var update = database.prepareStatement("update credential set redirect_uris = ? where id = ?")) {
            update.setArray(1, database.createArrayOf("text", new String[] {address}));
            update.setString(2, clientId);
            update.executeUpdate();
        }
    }

    /** Changes the credential as if by hand. */
    void set(String columns) throws Exception {
        try (var database = mall.database();
                var update = database.prepareStatement("update credential set " + columns + " where id = ?")) {
            update.setString(1, clientId);
            if (update.executeUpdate() != 1) {
                throw new IllegalStateException("no credential " + clientId);
            }
        }
    }

    /** A client that sends this partner's token. */
    Http calling() {
        return mall.at("api.localhost").with("Authorization", "Bearer " + token());
    }
}
