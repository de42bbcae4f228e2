package dev.rialto.savedcard;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.payment.PaymentGateway.CardAnswer;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The written side of saved cards: each method is one short transaction. */
@Stateless
@Boundary
public class SavedCardBook {
    private static final Duration ASK_AGAIN = Duration.ofMinutes(1);

    private Database database;
    private Clock clock;

    @Inject
    public SavedCardBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SavedCardBook() {}

    /** A card that its gateway is to forget. */
    public record Forgotten(UUID id, String gateway, String token) {}

    /** The member's own, the latest first. */
    public List<SavedCardView> of(Caller caller, UUID account) {
        return database.sql()
                .createQuery("""
                        select id, brand, last_four, expires_on, saved_at from saved_card
                        where account_id = :account order by saved_at desc, id
                        """)
                .bind("account", account)
                .mapTo(SavedCardView.class)
                .list();
    }

    /** Takes a card from its member; empty when it is gone already, or somebody else's. */
    public Optional<Forgotten> forget(Caller caller, UUID account, UUID card) {
        return database.sql()
                .createQuery("""
                        update saved_card set account_id = null, forgotten_at = :now, asked_at = :now
                        where id = :card and account_id = :account returning id, gateway, token
                        """)
                .bind("card", card)
                .bind("account", account)
                .bind("now", clock.instant())
                .mapTo(Forgotten.class)
                .findOne();
    }

    /** Approved payments whose gateway is to be asked whether it keeps the card; offers of payments without one end. */
    public List<UUID> claimOffers(Caller caller, int limit) {
        return database.sql()
                .createQuery("""
                        with over as (
                            delete from card_offer o using payment p
                            where p.id = o.payment_id and p.state in ('declined', 'voided', 'lapsed')),
                        due as (
                            select o.payment_id from card_offer o join payment p on p.id = o.payment_id
                            where p.state in ('approved', 'captured') and (o.asked_at is null or o.asked_at < :again)
                            order by o.made_at limit :limit for update of o skip locked)
                        update card_offer o set asked_at = :now from due where o.payment_id = due.payment_id
                        returning o.payment_id
                        """)
                .bind("again", clock.instant().minus(ASK_AGAIN))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(UUID.class)
                .list();
    }

    /** Ends an offer; a card that the gateway keeps is the member's from now on. */
    public void answered(Caller caller, UUID payment, CardAnswer answer) {
        if (answer instanceof CardAnswer.Kept card) {
            keep(payment, card);
        }
        database.sql().execute("delete from card_offer where payment_id = ?", payment);
    }

    private void keep(UUID payment, CardAnswer.Kept card) {
        database.sql()
                .createUpdate("""
                        insert into saved_card (id, account_id, gateway, customer, token, brand, last_four, expires_on,
                                                saved_at)
                        select :id, o.account_id, p.gateway, :customer, :token, :brand, :lastFour, :expires, :now
                        from card_offer o join payment p on p.id = o.payment_id where o.payment_id = :payment
                        on conflict (gateway, token) do nothing
                        """)
                .bind("id", Ids.next())
                .bind("payment", payment)
                .bind("customer", card.customer())
                .bind("token", card.token())
                .bind("brand", card.brand())
                .bind("lastFour", card.lastFour())
                .bind("expires", card.expires().atEndOfMonth())
                .bind("now", clock.instant())
                .execute();
    }

    /** Removed cards whose gateway does not know it yet. */
    public List<Forgotten> claimForgotten(Caller caller, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select id from saved_card where forgotten_at is not null and asked_at < :again
                            order by forgotten_at limit :limit for update skip locked)
                        update saved_card s set asked_at = :now from due where s.id = due.id
                        returning s.id, s.gateway, s.token
                        """)
                .bind("again", clock.instant().minus(ASK_AGAIN))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(Forgotten.class)
                .list();
    }

    /** The gateway has forgotten it. */
    public void told(Caller caller, UUID card) {
        database.sql().execute("delete from saved_card where id = ? and forgotten_at is not null", card);
    }
}
