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
        return made(mall, "storefront", "site_host where host = ?", host, scopes);
    }

    /** A new credential for the channel whose shop answers on a host of the demo. */
    static Partner ofChannel(Mall mall, String host, String... scopes) throws Exception {
        return made(mall, "channel", "site_host where host = ?", host, scopes);
    }

    /** A new credential for the channel of this name, which may have no shop. */
    static Partner ofChannelNamed(Mall mall, String name, String... scopes) throws Exception {
        return made(
                mall,
                "channel",
                "(select id as tenant_id, null::uuid as site_id, name from seller) s where name = ?",
                name,
                scopes);
    }

    private static Partner made(Mall mall, String kind, String from, String named, String... scopes) throws Exception {
        String clientId = (kind.equals("channel") ? "ch_live_0" : "sf_live_0")
                + UUID.randomUUID().toString().replace("-", "").substring(0, 25);
        try (var database = mall.database();
                var insert = database.prepareStatement("""
                        insert into credential (id, tenant_id, site_id, kind, name, secret_hash, scopes, state, created_at)
                        select ?, tenant_id, case when ? = 'storefront' then site_id end, ?, 'test', ?, ?, 'active', now() from
                        """ + from)) {
            insert.setString(1, clientId);
            insert.setString(2, kind);
            insert.setString(3, kind);
            insert.setString(4, hash(SECRET));
            insert.setArray(5, database.createArrayOf("text", scopes));
            insert.setString(6, named);
            if (insert.executeUpdate() != 1) {
                throw new IllegalStateException("no tenant for " + named);
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
