package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What a transaction tells the database about its caller; empty texts stand for what is absent. */
record Identity(String role, String tenant, String account, String token) {

    static Identity of(Caller caller) {
        return new Identity(
                caller.role().databaseName(),
                caller.tenant() == null ? "" : caller.tenant().toString(),
                caller.account() == null ? "" : caller.account().toString(),
                caller.token() == null ? "" : hashOf(caller.token()));
    }

    /** False at the start of a transaction, when the connection is still the login role's. */
    boolean isSet() {
        return role.startsWith("rialto_") && !role.equals("rialto_app") && !role.equals("rialto_front");
    }

    /** The form in which a cookie's key is stored and compared: SHA-256 in hex. */
    static String hashOf(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
