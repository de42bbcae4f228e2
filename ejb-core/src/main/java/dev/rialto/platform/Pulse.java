package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Tells whether the database answers. */
@Stateless
@Boundary
public class Pulse {
    private Database database;

    @Inject
    public Pulse(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Pulse() {}

    /** The version of PostgreSQL; any exception means that the database does not answer. */
    public String serverVersion(Caller caller) {
        return database.sql()
                .createQuery("select current_setting('server_version')")
                .mapTo(String.class)
                .one();
    }
}
