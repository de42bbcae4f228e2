package dev.rialto.exchange;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The written side of kept exports: each method is one short transaction. Others call {@link KeptExports}. */
@Stateless
@Boundary
public class ExportRows {
    private static final String SELECT = "select id, file_name, media_type, permission, bytes, made_at from export_file"
            + " where tenant_id is not distinct from :tenant and permission = any(:permissions)";

    private Database database;

    @Inject
    public ExportRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ExportRows() {}

    /** Names a file that the storage has. */
    public void add(Caller caller, KeptExport export) {
        database.sql()
                .createUpdate("""
                        insert into export_file (id, tenant_id, account_id, permission, file_name, media_type, bytes, made_at)
                        values (:id, :tenant, :account, :permission, :fileName, :mediaType, :bytes, :madeAt)
                        """)
                .bindMethods(export)
                .bind("tenant", caller.tenant())
                .bind("account", caller.account())
                .execute();
    }

    /** Those of the caller's house that the caller may make, newest first. */
    public List<KeptExport> since(Caller caller, Instant since, int limit) {
        return database.sql()
                .createQuery(SELECT + " and made_at > :since order by made_at desc, id limit :limit")
                .bind("tenant", caller.tenant())
                .bind("permissions", caller.permissions().toArray(String[]::new))
                .bind("since", since)
                .bind("limit", limit)
                .mapTo(KeptExport.class)
                .list();
    }

    /** One of them, or {@link ExchangeError#EXPORT_NOT_FOUND}. */
    public KeptExport require(Caller caller, UUID export) {
        return database.sql()
                .createQuery(SELECT + " and id = :id")
                .bind("id", export)
                .bind("tenant", caller.tenant())
                .bind("permissions", caller.permissions().toArray(String[]::new))
                .mapTo(KeptExport.class)
                .findOne()
                .orElseThrow(ExchangeError.EXPORT_NOT_FOUND::now);
    }

    /** Forgets those made before; their files are still to be removed. */
    public List<UUID> forget(Caller caller, Instant before, int limit) {
        return database.sql()
                .createQuery("""
                        delete from export_file where id in (
                            select id from export_file where made_at < :before order by made_at limit :limit
                            for update skip locked)
                        returning id
                        """)
                .bind("before", before)
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }
}
