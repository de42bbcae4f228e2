package dev.rialto.cardcode;

import dev.rialto.channel.CardBook;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.recharge.CodeState;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Codes as their channel sees them, never in clear: searched, told sold, taken out of use (E11, E31, E34). */
@Stateless
@Boundary
public class CodeBook {
    private static final int MOST = 1000;
    private static final int LONGEST_REASON = 200;
    private static final String VIEWS = """
            select c.id, c.tenant_id as channel_id, n.name as channel, c.product_id, p.sku, c.batch_id, c.number, c.last_four,
                   upper(c.state) as state, c.held_by is not null as held, c.created_at, c.changed_at, c.expires_at
            from recharge_code c join card_product p on p.id = c.product_id join seller n on n.id = c.tenant_id
            """;

    private Database database;
    private CardBook cards;
    private Audit audit;
    private Clock clock;

    @Inject
    public CodeBook(Database database, CardBook cards, Audit audit, Clock clock) {
        this.database = database;
        this.cards = cards;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CodeBook() {}

    /**
     * A code as it is listed.
     *
     * @param number its place in its batch
     * @param held true while a recharge with it is under way
     */
    public record View(
            UUID id,
            UUID channelId,
            String channel,
            UUID productId,
            String sku,
            @Nullable UUID batchId,
            @Nullable Integer number,
            String lastFour,
            CodeState state,
            boolean held,
            Instant createdAt,
            Instant changedAt,
            Instant expiresAt) {}

    /** A change of state, and why. */
    public record Event(
            @Nullable String was,
            String became,
            @Nullable UUID requestId,
            @Nullable String reason,
            Instant at) {}

    /** What is looked for; null is any. */
    public record Filter(
            @Nullable CodeState state,
            @Nullable String lastFour,
            @Nullable UUID batch,
            @Nullable UUID channel,
            @Nullable String cursor,
            int limit) {}

    /**
     * Codes of the caller's tree, latest first.
     *
     * @throws dev.rialto.kernel.DomainException {@link CodeError#INVALID_BATCH} for a wrong cursor
     */
    public Page<View> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.CODE_VIEW);
        Keyset after = Keyset.read(filter.cursor(), CodeError.INVALID_BATCH);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        List<View> found = database.sql()
                .createQuery(VIEWS + """
                        where (:state::text is null or c.state = :state) and (:four::text is null or c.last_four = :four)
                          and (:batch::uuid is null or c.batch_id = :batch)
                          and (:channel::uuid is null or c.tenant_id = :channel)
                          and (:at::timestamptz is null or (c.created_at, c.id) < (:at, :id::uuid))
                        order by c.created_at desc, c.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind(
                        "four",
                        filter.lastFour() == null
                                ? null
                                : filter.lastFour().strip().toUpperCase(Locale.ROOT))
                .bind("batch", filter.batch())
                .bind("channel", filter.channel())
                .bindMethods(after)
                .bind("limit", limit + 1)
                .mapTo(View.class)
                .list();
        return Page.of(found, limit, code -> code, code -> Keyset.after(code.createdAt(), code.id()));
    }

    /**
     * One code.
     *
     * @throws dev.rialto.kernel.DomainException {@link CodeError#CODE_NOT_FOUND}, also outside the caller's tree
     */
    public View view(Caller caller, UUID code) {
        Permissions.require(caller, Permissions.CODE_VIEW);
        return database.sql()
                .createQuery(VIEWS + "where c.id = :id")
                .bind("id", code)
                .mapTo(View.class)
                .findOne()
                .orElseThrow(CodeError.CODE_NOT_FOUND::now);
    }

    /** The life of one code, from its beginning. */
    public List<Event> events(Caller caller, UUID code) {
        Permissions.require(caller, Permissions.CODE_VIEW);
        return database.sql()
                .createQuery("""
                        select was, became, request_id, reason, at from code_event where code_id = :code order by at, id
                        limit :most
                        """)
                .bind("code", code)
                .bind("most", MOST)
                .mapTo(Event.class)
                .list();
    }

    /**
     * Takes one of the channel's own codes out of use; its card is free again.
     *
     * @throws dev.rialto.kernel.DomainException {@link CodeError#CODE_NOT_FOUND}, {@link CodeError#CODE_STATE},
     *     {@link CodeError#INVALID_BATCH} without a reason
     */
    public void takeOut(Caller caller, UUID code, String reason) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        new Violations().text("reason", reason, LONGEST_REASON).raise(CodeError.INVALID_BATCH);
        View known = own(caller, code);
        move(caller, known, CodeState.VOID, reason.strip());
        cards.change(
                caller.asWorker(),
                CardBook.Change.VOIDED,
                new CardBook.Cards(known.channelId(), known.productId(), 1),
                reason.strip());
        audit.record(caller, Audit.Deed.of("code.void", "recharge-code", code).because(reason));
    }

    /** Tells that one of the channel's own codes was sold. */
    public void sell(Caller caller, UUID code) {
        Permissions.require(caller, Permissions.CODE_EDIT);
        move(caller, own(caller, code), CodeState.SOLD, null);
    }

    private View own(Caller caller, UUID code) {
        View known = view(caller, code);
        if (caller.role() == Caller.Role.TENANT && !known.channelId().equals(caller.requireTenant())) {
            throw CodeError.CODE_NOT_FOUND.now();
        }
        return known;
    }

    private void move(Caller caller, View code, CodeState next, @Nullable String reason) {
        int moved = database.sql()
                .createUpdate("""
                        with c as (
                            update recharge_code set state = :next, changed_at = :now
                            where id = :code and state = :was and held_by is null returning id, tenant_id)
                        insert into code_event (id, tenant_id, code_id, was, became, account_id, reason, at)
                        select :event, tenant_id, id, :was, :next, :account, :reason, :now from c where :allowed
                        """)
                .bind("code", code.id())
                .bind("was", code.state().stored())
                .bind("next", next.stored())
                .bind("allowed", code.state().mayBecome(next))
                .bind("event", Ids.next())
                .bind("account", caller.account())
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute();
        if (moved == 0) {
            throw CodeError.CODE_STATE.because("state", code.state().stored());
        }
    }

    /**
     * Ends codes whose time is over; their cards are free again.
     *
     * @param caller a worker
     * @return how many
     */
    public int expire(Caller caller, int limit) {
        return database.sql()
                .createUpdate("""
                        with due as (
                            select id, state from recharge_code
                            where state in ('created', 'assigned', 'sold') and expires_at <= :now and held_by is null
                            order by expires_at limit :limit for update skip locked),
                        c as (
                            update recharge_code c set state = 'expired', sealed = null, seal_key_id = null,
                                changed_at = :now
                            from due where c.id = due.id returning c.id, c.tenant_id, c.product_id, due.state as was),
                        s as (
                            update card_stock s set coded = s.coded - n.count from (
                                select tenant_id, product_id, count(*) as count from c group by 1, 2) n
                            where s.tenant_id = n.tenant_id and s.product_id = n.product_id)
                        insert into code_event (id, tenant_id, code_id, was, became, reason, at)
                        select gen_random_uuid(), tenant_id, id, was, 'expired', 'time is over', :now from c
                        """)
                .bind("now", clock.instant())
                .bind("limit", limit)
                .execute();
    }
}
