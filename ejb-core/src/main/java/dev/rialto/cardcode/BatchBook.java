package dev.rialto.cardcode;

import dev.rialto.channel.CardBook;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.JobRuns;
import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import dev.rialto.recharge.CodeText;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of batches, written by the mall's own hand; {@link CodeBatches} decides who may. */
@Stateless
@Boundary
public class BatchBook {
    private Database database;
    private CardBook cards;
    private JobRuns runs;
    private MasterKey master;
    private Clock clock;

    @Inject
    CodeRows rows;

    @Inject
    @SuppressWarnings("NullAway.Init")
    public BatchBook(Database database, CardBook cards, JobRuns runs, MasterKey master, Clock clock) {
        this.database = database;
        this.cards = cards;
        this.runs = runs;
        this.master = master;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BatchBook() {}

    /** A batch to be written. */
    public record Draft(UUID id, UUID channel, UUID product, int quantity, String note, LocalDate expiresOn) {}

    /** A code in clear, for its export alone. */
    public record Readable(int number, String code, LocalDate expiresOn) {
        @Override
        public String toString() {
            return "code " + number;
        }
    }

    /** A batch as its row is, held until the transaction ends. */
    record Row(
            UUID id,
            UUID tenantId,
            UUID productId,
            BatchState state,
            int quantity,
            int made,
            @Nullable UUID runId,
            byte @Nullable [] sealedKey) {}

    /** Sets the cards aside and writes the batch; the job begins at once where one person is enough. */
    public void ask(Caller caller, Draft draft, boolean enough) {
        cards.change(
                caller,
                CardBook.Change.CODED,
                new CardBook.Cards(draft.channel(), draft.product(), draft.quantity()),
                draft.id().toString());
        insert(caller, draft, "made", "awaits_approval", DataKey.fresh().sealedUnder(master));
        if (enough) {
            begin(caller, draft.id(), draft.channel(), null);
        }
    }

    private void insert(Caller caller, Draft draft, String origin, String state, byte @Nullable [] sealedKey) {
        database.sql()
                .createUpdate("""
                        insert into code_batch (id, tenant_id, product_id, origin, state, quantity, made, note, sealed_key,
                                                expires_on, asked_by, asked_at)
                        values (:id, :channel, :product, :origin, :state, :quantity, :made, :note, :key, :expiresOn,
                                :account, :now)
                        """)
                .bindMethods(draft)
                .bind("origin", origin)
                .bind("state", state)
                .bind("made", origin.equals("made") ? 0 : draft.quantity())
                .bind("key", sealedKey)
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
    }

    private void begin(Caller caller, UUID batch, UUID channel, @Nullable UUID approver) {
        UUID run = request(caller, batch, channel);
        database.sql()
                .createUpdate("""
                        update code_batch set state = 'making', run_id = :run, approved_by = :approver,
                            approved_at = case when :approver::uuid is null then null else :now::timestamptz end
                        where id = :id
                        """)
                .bind("run", run)
                .bind("approver", approver)
                .bind("id", batch)
                .bind("now", clock.instant())
                .execute();
    }

    private Row held(UUID batch, BatchState... allowed) {
        Row row = database.sql()
                .createQuery("""
                        select id, tenant_id, product_id, upper(state) as state, quantity, made, run_id, sealed_key
                        from code_batch where id = :id for update
                        """)
                .bind("id", batch)
                .mapTo(Row.class)
                .findOne()
                .orElseThrow(CodeError.BATCH_NOT_FOUND::now);
        if (!List.of(allowed).contains(row.state())) {
            throw CodeError.BATCH_STATE.because("state", row.state().stored());
        }
        return row;
    }

    /** The second person said yes. */
    public void approve(Caller caller, UUID batch) {
        Row row = held(batch, BatchState.AWAITS_APPROVAL);
        begin(caller, batch, row.tenantId(), caller.account());
    }

    /** Ends what waits, or asks the job to stop. */
    public void cancel(Caller caller, UUID batch) {
        Row row = held(batch, BatchState.AWAITS_APPROVAL, BatchState.MAKING, BatchState.FAILED);
        UUID run = row.state() == BatchState.MAKING ? row.runId() : null;
        if (run != null && !isOver(caller, run)) {
            runs.cancel(caller, run);
        }
        if (run == null || isOver(caller, run)) {
            close(caller, row);
        }
    }

    private boolean isOver(Caller caller, UUID run) {
        return runs.view(caller, run).state().isOver();
    }

    /** The job broke off: the batch keeps its cards until somebody says how it goes on. */
    public void fail(Caller caller, UUID batch) {
        held(batch, BatchState.MAKING);
        database.sql().execute("update code_batch set state = 'failed' where id = ?", batch);
    }

    /** A new run takes up a batch whose job broke off, where that one stopped. */
    public void resume(Caller caller, UUID batch) {
        Row row = held(batch, BatchState.FAILED);
        UUID run = request(caller, batch, row.tenantId());
        database.sql().execute("update code_batch set state = 'making', run_id = ? where id = ?", run, batch);
    }

    private UUID request(Caller caller, UUID batch, UUID channel) {
        Caller owner = new Caller(
                caller.role(), channel, caller.account(), caller.token(), caller.permissions(), caller.traceId());
        return runs.request(owner, CodeBatches.JOB, Json.write(Map.of("batch", batch.toString())));
    }

    /** Ends a batch as far as it came: cards without a code are free again. */
    private void close(Caller caller, Row row) {
        int left = row.quantity() - row.made();
        if (left > 0) {
            cards.change(
                    caller,
                    CardBook.Change.VOIDED,
                    new CardBook.Cards(row.tenantId(), row.productId(), left),
                    row.id().toString());
        }
        database.sql().createUpdate("""
                        update code_batch set state = case when made = 0 then 'cancelled' else 'made' end,
                            quantity = case when made = 0 then quantity else made end,
                            sealed_key = case when made = 0 then null else sealed_key end
                        where id = :id
                        """).bind("id", row.id()).execute();
    }

    /** The job has ended, whole or stopped. */
    public void end(Caller caller, UUID batch) {
        close(caller, held(batch, BatchState.MAKING));
    }

    /** Every code in clear, and from now on good; those taken out of use are left out. */
    public List<Readable> read(Caller caller, UUID batch) {
        Row row = held(batch, BatchState.MADE, BatchState.EXPORTED);
        byte[] sealedKey = row.sealedKey();
        if (sealedKey == null) {
            throw CodeError.BATCH_STATE.because("state", row.state().stored());
        }
        handOut(caller, batch);
        DataKey key = DataKey.open(master, sealedKey);
        return database.sql()
                .createQuery("""
                        select c.number, c.sealed, b.expires_on from recharge_code c join code_batch b on b.id = c.batch_id
                        where c.batch_id = :batch and c.state in ('assigned', 'sold') and c.sealed is not null
                        order by c.number
                        """)
                .bind("batch", batch)
                .map((found, context) -> new Readable(
                        found.getInt("number"),
                        new CodeText(new String(key.open(found.getBytes("sealed")), StandardCharsets.US_ASCII))
                                .grouped(),
                        found.getObject("expires_on", LocalDate.class)))
                .list();
    }

    private void handOut(Caller caller, UUID batch) {
        database.sql()
                .createUpdate("""
                        with b as (
                            update code_batch set state = 'exported', exported_at = coalesce(exported_at, :now)
                            where id = :batch),
                        c as (
                            update recharge_code set state = 'assigned', changed_at = :now
                            where batch_id = :batch and state = 'created' returning id, tenant_id)
                        insert into code_event (id, tenant_id, code_id, was, became, account_id, reason, at)
                        select gen_random_uuid(), tenant_id, id, 'created', 'assigned', :account, 'exported', :now from c
                        """)
                .bind("batch", batch)
                .bind("account", caller.account())
                .bind("now", clock.instant())
                .execute();
    }

    /** Destroys the key and what was sealed with it. */
    public void confirm(Caller caller, UUID batch) {
        held(batch, BatchState.EXPORTED);
        database.sql().execute("update recharge_code set sealed = null, seal_key_id = null where batch_id = ?", batch);
        database.sql()
                .execute(
                        "update code_batch set state = 'confirmed', sealed_key = null, confirmed_at = ? where id = ?",
                        clock.instant(),
                        batch);
    }

    /** Ends every code that is neither used nor being used. */
    public int takeOut(Caller caller, UUID batch, String reason) {
        Row row = held(batch, BatchState.MADE, BatchState.EXPORTED, BatchState.CONFIRMED);
        int ended = database.sql()
                .createUpdate("""
                        with due as (
                            select id, state from recharge_code
                            where batch_id = :batch and state in ('created', 'assigned', 'sold') and held_by is null
                            for update),
                        c as (
                            update recharge_code c set state = 'void', sealed = null, seal_key_id = null, changed_at = :now
                            from due where c.id = due.id returning c.id, c.tenant_id, due.state as was)
                        insert into code_event (id, tenant_id, code_id, was, became, account_id, reason, at)
                        select gen_random_uuid(), tenant_id, id, was, 'void', :account, :reason, :now from c
                        """)
                .bind("batch", batch)
                .bind("account", caller.account())
                .bind("reason", reason)
                .bind("now", clock.instant())
                .execute();
        if (ended > 0) {
            cards.change(
                    caller, CardBook.Change.VOIDED, new CardBook.Cards(row.tenantId(), row.productId(), ended), reason);
        }
        return ended;
    }

    /** Keeps codes that the provider handed out by their marks alone; they are good at once. */
    public void handOver(Caller caller, Draft draft, List<CodeText> codes) {
        cards.change(
                caller,
                CardBook.Change.CODED,
                new CardBook.Cards(draft.channel(), draft.product(), draft.quantity()),
                draft.id().toString());
        insert(caller, draft, "handed_over", "confirmed", null);
        List<CodeRows.NewCode> marked =
                codes.stream().map(code -> rows.ready(code, null)).toList();
        if (rows.add(draft.id(), 0, marked, "assigned") < codes.size()) {
            throw CodeError.INVALID_BATCH.because("file", "known_codes");
        }
    }
}
