package dev.rialto.launcher;

import dev.rialto.launcher.DatabaseAccess.Login;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** The database that {@code RIALTO_DB_URL} names: somebody else's to start and stop. */
final class NamedDatabase implements MallDatabase {
    private static final String LOGIN_TIMEOUT_SECONDS = "5";

    private final DatabaseAccess access;

    NamedDatabase(String url, LaunchSettings settings) {
        if (!url.startsWith("jdbc:postgresql:")) {
            throw new StartFailure("The setting rialto.db.url must begin with jdbc:postgresql:, not \"" + url + "\".");
        }
        String application = settings.serves("console") ? "rialto_app" : "rialto_front";
        this.access = new DatabaseAccess(
                url,
                new Login(settings.text("rialto.db.user", application), settings.text("rialto.db.password", "")),
                new Login(
                        settings.text("rialto.db.owner.user", "rialto_owner"),
                        settings.text("rialto.db.owner.password", "")));
    }

    @Override
    public DatabaseAccess access() {
        return access;
    }

    @Override
    public void start() {
        requireReachable(access.owner());
        requireReachable(access.user());
    }

    @Override
    public void close() {
        // not ours to stop
    }

    private void requireReachable(Login login) {
        Properties properties = new Properties();
        properties.setProperty("user", login.name());
        properties.setProperty("password", login.password());
        properties.setProperty("connectTimeout", LOGIN_TIMEOUT_SECONDS);
        properties.setProperty("loginTimeout", LOGIN_TIMEOUT_SECONDS);
        try {
            DriverManager.getConnection(access.url(), properties).close();
        } catch (SQLException e) {
            String where = withoutParameters(access.url()) + " as " + login.name();
            throw new StartFailure("The database cannot be reached: " + where + ": " + StartFailure.reason(e), e);
        }
    }

    /** Parameters may hold a password. */
    private static String withoutParameters(String url) {
        return url.split("\\?", 2)[0];
    }
}
