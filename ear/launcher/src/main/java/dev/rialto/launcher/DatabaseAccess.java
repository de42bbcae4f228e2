package dev.rialto.launcher;

import java.util.Map;

/**
 * Where the database is and who logs in.
 *
 * @param url address for JDBC, without credentials
 * @param user whom the application is
 * @param owner who may change the schema
 */
record DatabaseAccess(String url, Login user, Login owner) {

    /** A role that may log in. */
    record Login(String name, String password) {}

    /** The settings by which the application and the server's pool know it. */
    Map<String, String> settings() {
        return Map.of(
                "rialto.db.url", url,
                "rialto.db.user", user.name(),
                "rialto.db.password", user.password(),
                "rialto.db.owner.url", url,
                "rialto.db.owner.user", owner.name(),
                "rialto.db.owner.password", owner.password());
    }
}
