package dev.rialto.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;

/** Texts under keys of their own that a seller's programs keep beside goods and parts of orders; nobody else reads them. */
@Stateless
@Boundary
public class Metadata {
    private static final int MOST_KEYS = 50;
    private static final int LONGEST_TEXT = 500;
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_.-]{1,40}");
    private static final TypeReference<Map<String, String>> ENTRIES = new TypeReference<>() {};

    private Database database;
    private Clock clock;

    @Inject
    public Metadata(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Metadata() {}

    /** What metadata can stand beside. */
    public enum Kind {
        GOODS("goods", Permissions.GOODS_VIEW, Permissions.GOODS_EDIT),
        PART("sub_order", Permissions.ORDER_VIEW, Permissions.ORDER_EDIT);

        private final String table;
        private final String view;
        private final String edit;

        Kind(String table, String view, String edit) {
            this.table = table;
            this.view = view;
            this.edit = edit;
        }
    }

    /**
     * What is kept beside one thing.
     *
     * @param entries text by key, sorted
     * @param version grows with every change; 0 before the first
     */
    public record Kept(Map<String, String> entries, long version) {
        public Kept {
            entries = java.util.Collections.unmodifiableMap(new TreeMap<>(entries));
        }
    }

    private record Row(String entries, long version) {}

    /**
     * What is kept beside the caller's own goods or part; empty when nothing is.
     *
     * @throws DomainException {@link RequestError#SUBJECT_NOT_FOUND} for another's as for none, or the permission to view
     *     such things is missing
     */
    public Kept of(Caller caller, Kind kind, UUID subject) {
        Permissions.require(caller, kind.view);
        requireOwn(caller, kind, subject);
        return kept(caller, subject);
    }

    private void requireOwn(Caller caller, Kind kind, UUID subject) {
        boolean isOwn = database.sql()
                .createQuery("select exists (select from " + kind.table + " where id = :id and tenant_id = :tenant)")
                .bind("id", subject)
                .bind("tenant", caller.requireTenant())
                .mapTo(boolean.class)
                .one();
        if (!isOwn) {
            throw RequestError.SUBJECT_NOT_FOUND.now();
        }
    }

    private Kept kept(Caller caller, UUID subject) {
        return database.sql()
                .createQuery(
                        "select entries::text, version from metadata where tenant_id = :tenant and subject_id = :id")
                .bind("tenant", caller.requireTenant())
                .bind("id", subject)
                .mapTo(Row.class)
                .findOne()
                .map(row -> new Kept(Json.read(row.entries(), ENTRIES), row.version()))
                .orElseGet(() -> new Kept(Map.of(), 0));
    }

    /**
     * Keeps these entries in the place of all there were.
     *
     * @param version that the change is made to
     * @throws DomainException {@link RequestError#METADATA_INVALID} naming the keys; {@link RequestError#METADATA_CHANGED};
     *     {@link RequestError#SUBJECT_NOT_FOUND}; or the permission to edit such things is missing
     */
    public Kept keep(Caller caller, Kind kind, UUID subject, Kept change) {
        Permissions.require(caller, kind.edit);
        check(change.entries());
        requireOwn(caller, kind, subject);
        int changed = database.sql()
                .createUpdate(change.version() == 0 ? """
                        insert into metadata (tenant_id, subject_id, kind, entries, changed_at)
                        values (:tenant, :id, :kind, :entries::jsonb, :now) on conflict do nothing
                        """ : """
                        update metadata set entries = :entries::jsonb, version = version + 1, changed_at = :now
                        where tenant_id = :tenant and subject_id = :id and version = :version
                        """)
                .bind("tenant", caller.requireTenant())
                .bind("id", subject)
                .bind("kind", kind.name().toLowerCase(java.util.Locale.ROOT))
                .bind("entries", Json.write(change.entries()))
                .bind("now", clock.instant())
                .bind("version", change.version())
                .execute();
        if (changed == 0) {
            throw RequestError.METADATA_CHANGED.now();
        }
        return kept(caller, subject);
    }

    private static void check(Map<String, String> entries) {
        Violations wrong = new Violations();
        wrong.check(entries.size() <= MOST_KEYS, "entries", "too_many", MOST_KEYS);
        entries.forEach((key, text) -> {
            String field = "entries." + key.substring(0, Math.min(key.length(), 40));
            wrong.check(KEY.matcher(key).matches(), field, "invalid_key")
                    .check(text != null, field, "required")
                    .optionalText(field, text, LONGEST_TEXT);
        });
        wrong.raise(RequestError.METADATA_INVALID);
    }
}
