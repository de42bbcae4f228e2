package dev.rialto.cardsale;

import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.kernel.Caller;
import dev.rialto.message.Outbox;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.recharge.SoldCodes;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of cards that orders sold, each step a short transaction. For workers. */
@Stateless
@Boundary
public class SaleBook {
    /** As long as a unit may take with a card before another takes it up. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final Duration SHORT = Duration.ofMinutes(1);

    private Database database;
    private SoldCodes codes;
    private Fulfilment fulfilment;
    private Outbox outbox;
    private SaleLetters letters;
    private Clock clock;

    @Inject
    public SaleBook(
            Database database,
            SoldCodes codes,
            Fulfilment fulfilment,
            Outbox outbox,
            SaleLetters letters,
            Clock clock) {
        this.database = database;
        this.codes = codes;
        this.fulfilment = fulfilment;
        this.outbox = outbox;
        this.letters = letters;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SaleBook() {}

    /**
     * A card in the hands of a unit.
     *
     * @param codeId null as long as there is none
     * @param account to be recharged; null when the code is wanted
     */
    public record Due(
            UUID id,
            UUID tenantId,
            UUID orderId,
            UUID subOrderId,
            UUID siteId,
            UUID variantId,
            UUID productId,
            @Nullable UUID codeId,
            @Nullable String account,
            String name,
            String email) {

        SoldCodes.Sale sale() {
            return new SoldCodes.Sale(tenantId, productId, orderId, variantId);
        }

        @Override
        public String toString() {
            return "card sale " + id;
        }
    }

    /** Cards by id, in the order in which they were bought. */
    public List<BoughtCards.View> views(Caller worker, List<UUID> sales) {
        return database.sql()
                .createQuery(SaleLetters.VIEWS + "where s.id = any(:sales) order by s.created_at, s.line_id, s.number")
                .bindArray("sales", UUID.class, sales)
                .bind("now", clock.instant())
                .mapTo(BoughtCards.View.class)
                .list();
    }

    /** Which card a variant sells: the one it is bound to, or from now on this one. */
    public UUID bind(Caller worker, UUID channel, UUID variant, UUID product) {
        return database.sql()
                .createQuery("""
                        with added as (
                            insert into card_goods (variant_id, tenant_id, product_id, offered_at)
                            values (:variant, :channel, :product, :now) on conflict do nothing returning product_id)
                        select product_id from added
                        union all select product_id from card_goods where variant_id = :variant limit 1
                        """)
                .bind("variant", variant)
                .bind("channel", channel)
                .bind("product", product)
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .one();
    }

    /** Takes up cards that wait for a code or for the end of their recharge; a claim ends by itself. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Due> claim(Caller worker, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select id from card_sale where state in ('due', 'short', 'recharging') and next_at <= :now
                            order by next_at limit :limit for update skip locked),
                        s as (update card_sale s set next_at = :until from due where s.id = due.id returning s.*)
                        select s.id, s.tenant_id, s.order_id, s.sub_order_id, p.site_id, s.variant_id, s.product_id, s.code_id,
                               nullif(btrim(k.draft -> 'accounts' ->> s.variant_id::text), '') as account,
                               coalesce(c.name, '') as name, coalesce(c.email, '') as email
                        from s join purchase p on p.id = s.order_id join checkout k on k.id = p.checkout_id
                        left join purchase_contact c on c.order_id = p.id order by s.created_at, s.line_id, s.number
                        """)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(PATIENCE))
                .bind("limit", limit)
                .mapTo(Due.class)
                .list();
    }

    /**
     * Makes the code of a card, unless its order was called off meanwhile.
     *
     * @return the code when a recharge is to follow; empty when nothing is left to do now
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Optional<UUID> code(Caller worker, Due due) {
        if (!isStill(due, "due", "short")) {
            return Optional.empty();
        }
        Optional<UUID> code = codes.make(worker, due.sale());
        if (code.isEmpty()) {
            move(due, "short", null, null, clock.instant().plus(SHORT));
            return code;
        }
        boolean recharges = due.account() != null;
        move(
                due,
                recharges ? "recharging" : "delivered",
                code.get(),
                null,
                clock.instant().plus(PATIENCE));
        if (!recharges) {
            tellWhenWhole(worker, due);
            return Optional.empty();
        }
        return code;
    }

    /** The account is recharged: the buyer needs no code. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void recharged(Caller worker, Due due, UUID request) {
        if (isStill(due, "recharging")) {
            move(due, "recharged", null, null, clock.instant());
            remember(due, request);
            tellWhenWhole(worker, due);
        }
    }

    /** The recharge failed: the code is delivered in its place. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void fellBack(Caller worker, Due due, @Nullable UUID request, String reason) {
        if (isStill(due, "recharging")) {
            move(due, "delivered", null, reason, clock.instant());
            remember(due, request);
            tellWhenWhole(worker, due);
        }
    }

    /** The provider has not answered: it is looked at again. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void later(Caller worker, Due due, UUID request, Duration wait) {
        if (isStill(due, "recharging")) {
            move(due, "recharging", null, null, clock.instant().plus(wait));
            remember(due, request);
        }
    }

    /** Locks the part first, as everybody does, so that of two last cards one is the last. */
    private boolean isStill(Due due, String... states) {
        database.sql()
                .select("select id from sub_order where id = ? for update", due.subOrderId())
                .mapTo(UUID.class)
                .one();
        return database.sql()
                .createQuery("select state = any(:states) from card_sale where id = :id for update")
                .bind("id", due.id())
                .bindArray("states", String.class, (Object[]) states)
                .mapTo(boolean.class)
                .one();
    }

    private void move(Due due, String state, @Nullable UUID code, @Nullable String fallback, Instant next) {
        boolean isOver = state.equals("delivered") || state.equals("recharged");
        database.sql()
                .createUpdate("""
                        update card_sale set state = :state, code_id = coalesce(:code, code_id), fallback = :fallback,
                            next_at = :next, finished_at = case when :over then :now::timestamptz end
                        where id = :id
                        """)
                .bind("id", due.id())
                .bind("state", state)
                .bind("code", code)
                .bind("fallback", fallback)
                .bind("next", next)
                .bind("over", isOver)
                .bind("now", clock.instant())
                .execute();
    }

    private void remember(Due due, @Nullable UUID request) {
        database.sql()
                .execute(
                        "update card_sale set request_id = coalesce(?::uuid, request_id) where id = ?",
                        request,
                        due.id());
    }

    /** Once every card of a part is delivered or recharged: one mail, and a part of cards alone is handed over. */
    private void tellWhenWhole(Caller worker, Due due) {
        Progress progress = database.sql()
                .createQuery("""
                        select (select count(*) from card_sale where sub_order_id = :part
                                and state in ('due', 'short', 'recharging')) as open,
                               (select sum(quantity) from order_line where sub_order_id = :part)
                                - (select count(*) from card_sale where sub_order_id = :part) as others
                        """)
                .bind("part", due.subOrderId())
                .mapTo(Progress.class)
                .one();
        if (progress.open() > 0) {
            return;
        }
        letters.write(worker, due).ifPresent(mail -> outbox.add(worker, List.of(mail)));
        if (progress.others() == 0) {
            fulfilment.handOver(worker, due.subOrderId());
        }
    }

    /** How far a part is: cards still open, pieces that are no cards. */
    record Progress(long open, long others) {}
}
