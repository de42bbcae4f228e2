package dev.rialto.savedcard;

import dev.rialto.membership.MemberErased;
import dev.rialto.membership.PersonalData;
import dev.rialto.platform.Database;
import dev.rialto.platform.KeptRows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** A member's saved cards: handed out with the rest, and taken from the gateways with the person. */
@ApplicationScoped
class CardsOfOne {
    private static final String KEPT = """
            select brand, last_four, expires_on, gateway, saved_at from saved_card
            where account_id = :account order by saved_at desc, id
            """;

    private final Database database;
    private final KeptRows rows;
    private final Clock clock;

    @Inject
    CardsOfOne(Database database, KeptRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CardsOfOne() {
        this(null, null, null);
    }

    void handOut(@Observes PersonalData wanted) {
        wanted.add("saved_cards", rows.of(wanted.accountId(), KEPT));
    }

    void forget(@Observes MemberErased erased) {
        database.sql()
                .createUpdate("""
                        with offers as (delete from card_offer where account_id = :account)
                        update saved_card set account_id = null, forgotten_at = :now, asked_at = 'epoch'
                        where account_id = :account
                        """)
                .bind("account", erased.accountId())
                .bind("now", clock.instant())
                .execute();
    }
}
