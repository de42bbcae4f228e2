package dev.rialto.returns;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes returns: new ones, their steps with who and when, what inspection found; with the worker's rights. */
@ApplicationScoped
class ReturnMoves {
    private final Database database;
    private final ReturnLists lists;
    private final Audit audit;
    private final Clock clock;

    @Inject
    ReturnMoves(Database database, ReturnLists lists, Audit audit, Clock clock) {
        this.database = database;
        this.lists = lists;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ReturnMoves() {
        this(null, null, null, null);
    }

    /** The return, locked, when it still is as it was read and may go there. */
    ReturnView locked(UUID id, long version, ReturnState next) {
        ReturnView found = locked(id);
        if (found.version() != version) {
            throw ReturnError.RETURN_CHANGED.because("version", "stale");
        }
        return mayGo(found, next);
    }

    /** The return, locked, when it may go there. */
    ReturnView locked(UUID id, ReturnState next) {
        return mayGo(locked(id), next);
    }

    private static ReturnView mayGo(ReturnView found, ReturnState next) {
        if (!found.state().mayBecome(next)) {
            throw state(found);
        }
        return found;
    }

    static DomainException state(ReturnView found) {
        return ReturnError.RETURN_STATE.because("state", found.state().stored());
    }

    /** The return, locked, as it is now. */
    ReturnView locked(UUID id) {
        UUID own = database.sql()
                .createQuery("select id from return_case where id = :id for update")
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne()
                .orElseThrow(ReturnError.RETURN_NOT_FOUND::now);
        return view(own);
    }

    ReturnView view(UUID id) {
        return lists.byId(id).orElseThrow(ReturnError.RETURN_NOT_FOUND::now);
    }

    /** Writes a new return; its number counts the returns of the part. */
    UUID insert(Caller caller, PartFacts part, RequestReturn request) {
        UUID id = Ids.next();
        List<RequestReturn.Item> items = request.items();
        List<Returnable.@Nullable Choice> choices = items.stream()
                .<Returnable.@Nullable Choice>map(
                        item -> request.wish() == ReturnWish.EXCHANGE ? part.replacement(item) : null)
                .toList();
        database.sql()
                .createUpdate("""
                        with made as (
                            insert into return_case (id, number, order_id, sub_order_id, tenant_id, ground, wish, state, reason,
                                                     currency, requested_by, requested_at, changed_at)
                            select :id, s.number || '-T' || (select count(*) + 1 from return_case where sub_order_id = s.id),
                                   s.order_id, s.id, s.tenant_id, :ground, :wish, 'requested', :reason, s.currency, :by,
                                   :now, :now
                            from sub_order s where s.id = :part
                            returning id, tenant_id)
                        insert into return_line (return_id, order_line_id, tenant_id, quantity, replacement_variant_id,
                                                 replacement_title, difference)
                        select made.id, l.line, made.tenant_id, l.quantity, l.replacement, l.title, l.difference
                        from made, unnest(:lines::uuid[], :quantities::int[], :replacements::uuid[], :titles::text[],
                                          :differences::bigint[]) as l (line, quantity, replacement, title, difference)
                        """)
                .bind("id", id)
                .bind("part", part.id())
                .bind("ground", request.ground().stored())
                .bind("wish", request.wish().stored())
                .bind("reason", request.reason())
                .bind("by", caller.account())
                .bind("lines", items.stream().map(RequestReturn.Item::lineId).toArray(UUID[]::new))
                .bind(
                        "quantities",
                        items.stream().map(RequestReturn.Item::quantity).toArray(Integer[]::new))
                .bind(
                        "replacements",
                        choices.stream()
                                .map(c -> c == null ? null : c.variantId())
                                .toArray(UUID[]::new))
                .bind(
                        "titles",
                        choices.stream().map(c -> c == null ? null : c.title()).toArray(String[]::new))
                .bind(
                        "differences",
                        choices.stream()
                                .map(c -> c == null ? 0L : c.difference())
                                .toArray(Long[]::new))
                .bind("now", clock.instant())
                .execute();
        return id;
    }

    /** What changes with a step, besides the state. */
    record Change(
            ReturnState state,
            ReturnWish wish,
            @Nullable ReturnOutcome outcome,
            @Nullable String answer,
            long refund,
            @Nullable UUID owed) {

        static Change to(ReturnState state, ReturnView before, String answer) {
            return new Change(
                    state,
                    before.wish(),
                    before.outcome(),
                    answer,
                    before.refund().minor(),
                    null);
        }
    }

    /** Moves a return on and notes it in the order's timeline; the return as it is then. */
    ReturnView move(Caller caller, ReturnView before, Change change, String event) {
        return move(caller, before, change, event, change.answer() == null ? "" : change.answer());
    }

    /** Moves a return on, with other words in the timeline than the answer. */
    ReturnView move(Caller caller, ReturnView before, Change change, String event, String words) {
        database.sql()
                .createUpdate("""
                        update return_case set state = :state, wish = :wish, outcome = :outcome,
                            answer = coalesce(nullif(:answer, ''), answer), refund_amount = :refund,
                            owed_id = coalesce(:owed, owed_id), changed_at = :now, version = version + 1
                        where id = :id
                        """)
                .bind("state", change.state().stored())
                .bind("wish", change.wish().stored())
                .bind(
                        "outcome",
                        change.outcome() == null ? null : change.outcome().stored())
                .bind("answer", change.answer())
                .bind("refund", change.refund())
                .bind("owed", change.owed())
                .bind("id", before.id())
                .bind("now", clock.instant())
                .execute();
        note(caller, before, event, words);
        return view(before.id());
    }

    /** Notes a step in the timeline. */
    void note(Caller caller, ReturnView about, String event, String reason) {
        database.sql()
                .createUpdate("""
                        insert into order_event (id, order_id, sub_order_id, tenant_id, kind, account_id, detail, at)
                        values (:id, :order, :part, :tenant, :kind, :by, :detail::jsonb, :now)
                        """)
                .bind("id", Ids.next())
                .bind("order", about.orderId())
                .bind("part", about.partId())
                .bind("tenant", about.tenantId())
                .bind("kind", event)
                .bind("by", caller.account())
                .bind(
                        "detail",
                        Json.write(
                                reason.isEmpty()
                                        ? Map.of("return", about.number())
                                        : Map.of("return", about.number(), "reason", reason)))
                .bind("now", clock.instant())
                .execute();
        audit.record(
                caller,
                Audit.Deed.of(event.replaceFirst("_", "."), "return_case", about.id())
                        .because(reason.isEmpty() ? null : reason));
    }

    /** Keeps what inspection found of each line. */
    void keepFindings(ReturnView about, InspectReturn inspection) {
        List<ReturnView.Line> lines = about.lines();
        database.sql()
                .createUpdate("""
                        update return_line r set accepted = f.accepted, written_off = f.written_off
                        from unnest(:lines::uuid[], :accepted::int[], :off::int[]) as f (line, accepted, written_off)
                        where r.return_id = :id and r.order_line_id = f.line
                        """)
                .bind("id", about.id())
                .bind("lines", lines.stream().map(ReturnView.Line::lineId).toArray(UUID[]::new))
                .bind(
                        "accepted",
                        lines.stream()
                                .map(l -> inspection.of(l.lineId()).accepted())
                                .toArray(Integer[]::new))
                .bind(
                        "off",
                        lines.stream()
                                .map(l -> inspection.of(l.lineId()).writtenOff())
                                .toArray(Integer[]::new))
                .execute();
    }

    /** Writes the parcel with the replacements. */
    void ship(Caller caller, ReturnView about, ShipReplacement command) {
        database.sql()
                .createUpdate("""
                        insert into shipment (id, sub_order_id, tenant_id, carrier, tracking_number, shipped_at, shipped_by,
                                              return_id)
                        values (:id, :part, :tenant, :carrier, :tracking, :now, :by, :return)
                        """)
                .bind("id", Ids.next())
                .bind("part", about.partId())
                .bind("tenant", about.tenantId())
                .bind("carrier", command.carrier().strip())
                .bind("tracking", command.tracking())
                .bind("now", clock.instant())
                .bind("by", caller.account())
                .bind("return", about.id())
                .execute();
    }

    /** Marks the return that waited for this refund; the return, if it was one. */
    @Nullable
    ReturnView refunded(UUID owed) {
        return database.sql()
                .createQuery("""
                        update return_case set state = 'refunded', changed_at = :now, version = version + 1
                        where owed_id = :owed and state = 'inspected' and wish = 'refund' returning id
                        """)
                .bind("owed", owed)
                .bind("now", clock.instant())
                .mapTo(UUID.class)
                .findOne()
                .map(this::view)
                .orElse(null);
    }
}
