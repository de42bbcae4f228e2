package dev.rialto.audience;

import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/** Which greetings a member got goes with the rest that is kept about the person. */
@ApplicationScoped
class GreetingsOfOne {
    private final Database database;
    private final KeptRows rows;

    @Inject
    GreetingsOfOne(Database database, KeptRows rows) {
        this.database = database;
        this.rows = rows;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GreetingsOfOne() {
        this(null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add(
                "greetings",
                rows.of(
                        wanted.accountId(),
                        "select kind, on_date, outcome, at from greeting where account_id = :account order by at"));
    }

    void forget(@Observes MemberErased erased) {
        database.sql().execute("delete from greeting where account_id = ?", erased.accountId());
    }
}
