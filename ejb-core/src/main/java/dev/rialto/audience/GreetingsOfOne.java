package dev.rialto.audience;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** Which greetings a member got goes with the rest that is kept about the person. */
@ApplicationScoped
class GreetingsOfOne {
    private final Database database;

    @Inject
    GreetingsOfOne(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GreetingsOfOne() {
        this(null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add(
                "greetings",
                database.sql()
                        .createQuery("""
                                select row_to_json(t)::text from (
                                    select kind, on_date, outcome, at from greeting where account_id = :account order by at) t
                                """)
                        .bind("account", wanted.accountId())
                        .mapTo(String.class)
                        .map(json -> Json.read(json, new TypeReference<Map<String, Object>>() {}))
                        .list());
    }

    void forget(@Observes MemberErased erased) {
        database.sql().execute("delete from greeting where account_id = ?", erased.accountId());
    }
}
