package dev.rialto.exchange;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.storage.Storage;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Files that staff exported: kept for a week, so that any unit hands them out again as they were. No transaction. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class KeptExports {
    private static final Duration KEPT = Duration.ofDays(7);

    private ExportRows rows;
    private Storage storage;
    private Clock clock;

    @Inject
    public KeptExports(ExportRows rows, Storage storage, Clock clock) {
        this.rows = rows;
        this.storage = storage;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected KeptExports() {}

    /**
     * Keeps an export for those of its house who may make it.
     *
     * @param permission what one needs to have it again; the caller has it
     * @throws DomainException {@link ExchangeError#NOT_ALLOWED}; the storage's {@code storage_unavailable}
     */
    public UUID keep(Caller caller, KeptExport.Content file, String permission) {
        if (!caller.may(permission)) {
            throw ExchangeError.NOT_ALLOWED.now();
        }
        UUID id = Ids.next();
        byte[] bytes = file.bytes();
        storage.keep(name(id), bytes);
        rows.add(
                caller,
                new KeptExport(id, file.fileName(), file.mediaType(), permission, bytes.length, clock.instant()));
        return id;
    }

    /** The latest exports of the caller's house that the caller may make, newest first. */
    public List<KeptExport> latest(Caller caller, int limit) {
        return rows.since(caller, clock.instant().minus(KEPT), limit);
    }

    /**
     * An export as it was made.
     *
     * @throws DomainException {@link ExchangeError#EXPORT_NOT_FOUND} also for another's; the storage's
     *     {@code storage_unavailable}
     */
    public KeptExport.Content open(Caller caller, UUID export) {
        KeptExport found = rows.require(caller, export);
        byte[] bytes = storage.read(name(export)).orElseThrow(ExchangeError.EXPORT_NOT_FOUND::now);
        return new KeptExport.Content(found.fileName(), found.mediaType(), bytes);
    }

    /**
     * Forgets exports that were kept long enough.
     *
     * @param caller a worker
     */
    public void sweep(Caller caller, int limit) {
        rows.forget(caller, clock.instant().minus(KEPT), limit).forEach(id -> storage.remove(name(id)));
    }

    private static String name(UUID export) {
        return "exports/" + export;
    }
}
