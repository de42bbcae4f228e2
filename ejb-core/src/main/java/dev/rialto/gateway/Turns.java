package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.function.Supplier;

/** Lets changes of one thing happen one after the other, so that each can look at what it changes before it does. */
@Stateless
@Boundary
public class Turns {
    private Database database;

    @Inject
    public Turns(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Turns() {}

    /**
     * Acts in one transaction while nobody else's turn at the same thing runs.
     *
     * @param caller a worker
     * @param thing what is changed, e.g. {@code cart 018f…}
     * @param act looks and changes; its boundaries join this transaction
     */
    public <T> T take(Caller caller, String thing, Supplier<T> act) {
        database.sql().execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", thing);
        return act.get();
    }
}
