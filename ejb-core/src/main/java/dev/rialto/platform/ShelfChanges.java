package dev.rialto.platform;

import dev.rialto.kernel.Caller;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** The notes of who changed what shoppers see, by which {@link Copies} are judged. */
@Stateless
@Boundary
public class ShelfChanges {
    private Database database;

    @Inject
    public ShelfChanges(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ShelfChanges() {}

    /**
     * Removes notes that are older than any copy can be, by the database's own clock.
     *
     * @return how many
     */
    public int sweep(Caller worker) {
        return database.sql().execute("delete from shelf_change where at < clock_timestamp() - interval '1 hour'");
    }
}
