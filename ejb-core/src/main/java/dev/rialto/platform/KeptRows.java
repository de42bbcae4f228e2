package dev.rialto.platform;

import com.fasterxml.jackson.core.type.TypeReference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Reads what is kept about an account in a form that can be handed out. */
@ApplicationScoped
public class KeptRows {
    private final Database database;

    @Inject
    public KeptRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected KeptRows() {
        this(null);
    }

    /** The rows of a query that names the account as {@code :account}, each a map from column to value. */
    public List<Map<String, Object>> of(UUID account, String sql) {
        return database.sql()
                .createQuery("select row_to_json(t)::text from (" + sql + ") t")
                .bind("account", account)
                .mapTo(String.class)
                .map(json -> Json.read(json, new TypeReference<Map<String, Object>>() {}))
                .list();
    }
}
