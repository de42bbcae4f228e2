package dev.rialto.recharge;

import dev.rialto.channel.CardBook;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * Codes made one by one as they are sold: readable for their buyer until they are used, at most 90 days, sealed under the
 * master key, which is not in the database; then only their mark is left (E20). For workers.
 */
@Stateless
@Boundary
public class SoldCodes {
    private static final Duration READABLE = Duration.ofDays(90);

    private final SecureRandom random = new SecureRandom();
    private Database database;
    private CardBook cards;
    private MasterKey master;
    private Clock clock;

    @Inject
    Peppers peppers;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public SoldCodes(Database database, CardBook cards, MasterKey master, Clock clock) {
        this.database = database;
        this.cards = cards;
        this.master = master;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SoldCodes() {}

    /** What is sold: a card of a channel, in an order. */
    public record Sale(UUID channel, UUID product, UUID order, UUID variant) {
        private CardBook.Cards card() {
            return new CardBook.Cards(channel, product, 1);
        }
    }

    /**
     * Makes a code of a card that is set aside for the shop, or of a free one.
     *
     * @return the code; empty when the channel has no card left
     */
    public Optional<UUID> make(Caller worker, Sale sale) {
        String order = sale.order().toString();
        boolean taken = cards.tryChange(worker, CardBook.Change.SOLD, sale.card(), order)
                || cards.tryChange(worker, CardBook.Change.CODED, sale.card(), order);
        return taken ? Optional.of(write(sale, CodeText.random(random))) : Optional.empty();
    }

    private UUID write(Sale sale, CodeText code) {
        return database.sql()
                .createQuery("""
                        with c as (
                            insert into recharge_code (id, tenant_id, product_id, mark, pepper_id, last_four, state, sealed,
                                seal_key_id, order_id, variant_id, readable_until, expires_at, changed_at, created_at)
                            select :id, :channel, p.id, :mark, :pepper, :four, 'sold', :sealed, :key, :order, :variant,
                                   :until, :now::timestamptz + make_interval(days => p.validity_days), :now, :now
                            from card_product p where p.id = :product returning id, tenant_id),
                        e as (
                            insert into code_event (id, tenant_id, code_id, became, reason, at)
                            select :event, tenant_id, id, 'sold', 'sold in the shop', :now from c)
                        select id from c
                        """)
                .bindMethods(sale)
                .bind("id", Ids.next())
                .bind("mark", peppers.mark(code))
                .bind("pepper", peppers.current())
                .bind("four", code.lastFour())
                .bind("sealed", master.seal(code.text().getBytes(StandardCharsets.US_ASCII)))
                .bind("key", keyId())
                .bind("until", clock.instant().plus(READABLE))
                .bind("event", Ids.next())
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /** Names the key without telling it, so that it is known which one opens what. */
    private String keyId() {
        byte[] name = master.pseudonym("key-id", "codes".getBytes(StandardCharsets.US_ASCII));
        return "master-" + HexFormat.of().formatHex(name, 0, 4);
    }

    /**
     * A code in clear for its buyer; that it was handed out, and how, is kept with the code.
     *
     * @param how for the log: shown, mailed
     * @return empty once it is used, out of use, or older than 90 days
     */
    public Optional<String> hand(Caller worker, UUID code, String how) {
        return database.sql()
                .createQuery("""
                        with c as (
                            select id, tenant_id, state, sealed from recharge_code
                            where id = :code and state = 'sold' and sealed is not null and readable_until > :now),
                        e as (
                            insert into code_event (id, tenant_id, code_id, was, became, account_id, reason, at)
                            select :event, tenant_id, id, state, state, :account, :how, :now from c)
                        select sealed from c
                        """)
                .bind("code", code)
                .bind("event", Ids.next())
                .bind("account", worker.account())
                .bind("how", how)
                .bind("now", clock.instant())
                .mapTo(byte[].class)
                .findOne()
                .map(kept -> new CodeText(new String(master.open(kept), StandardCharsets.US_ASCII)).grouped());
    }

    /** The mark of a code that was sold, in hex, to recharge with it without reading it. */
    public String mark(Caller worker, UUID code) {
        return database.sql()
                .createQuery("select encode(mark, 'hex') from recharge_code where id = :code")
                .bind("code", code)
                .mapTo(String.class)
                .one();
    }

    /**
     * Takes a sold code out of use whose order is called off; its card is free again.
     *
     * @return false when it is used, being used, or over: then nothing changes
     */
    public boolean revoke(Caller worker, UUID code, Sale sale) {
        int ended = database.sql()
                .createUpdate("""
                        with c as (
                            update recharge_code set state = 'void', sealed = null, seal_key_id = null, changed_at = :now
                            where id = :code and state = 'sold' and held_by is null returning id, tenant_id)
                        insert into code_event (id, tenant_id, code_id, was, became, account_id, reason, at)
                        select :event, tenant_id, id, 'sold', 'void', :account, 'order called off', :now from c
                        """)
                .bind("code", code)
                .bind("event", Ids.next())
                .bind("account", worker.account())
                .bind("now", clock.instant())
                .execute();
        if (ended > 0) {
            cards.change(
                    worker, CardBook.Change.VOIDED, sale.card(), sale.order().toString());
        }
        return ended > 0;
    }

    /** Forgets the clear form of codes that were sold long ago; they stay good. */
    public int forgetOld(Caller worker, int limit) {
        return database.sql()
                .createUpdate("""
                        update recharge_code set sealed = null, seal_key_id = null
                        where id in (select id from recharge_code where sealed is not null and readable_until <= :now
                                     order by readable_until limit :limit for update skip locked)
                        """)
                .bind("now", clock.instant())
                .bind("limit", limit)
                .execute();
    }
}
