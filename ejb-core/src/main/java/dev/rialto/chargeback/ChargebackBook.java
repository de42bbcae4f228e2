package dev.rialto.chargeback;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.ledger.Ledger;
import dev.rialto.payment.PaymentGateway.ChargebackReport;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The written side of chargebacks: each method is one short transaction. Others call {@link Chargebacks}. */
@Stateless
@Boundary
public class ChargebackBook {
    static final String SELECT = """
            select c.id, c.payment_id, c.order_id, o.number as order_number, c.gateway, c.gateway_case, c.amount,
                   c.currency, c.reason, c.state, c.due_at, c.opened_at, c.wish, c.note, c.answered_at, c.decided_at,
                   c.version
            from chargeback c join purchase o on o.id = c.order_id
            """;
    private static final Logger LOG = System.getLogger(ChargebackBook.class.getName());

    private Database database;
    private Ledger ledger;
    private Audit audit;
    private Clock clock;

    @Inject
    public ChargebackBook(Database database, Ledger ledger, Audit audit, Clock clock) {
        this.database = database;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ChargebackBook() {}

    /**
     * Writes down what a gateway tells of a case; the same twice changes nothing.
     *
     * @return the case; empty when it is about no payment of ours
     */
    public Optional<UUID> record(Caller caller, String gateway, ChargebackReport report) {
        open(caller, gateway, report);
        Optional<ChargebackView> found = ofCase(gateway, report.caseId());
        found.ifPresent(known -> {
            if (report.stage() != ChargebackReport.Stage.OPENED) {
                decide(caller, known, report.stage() == ChargebackReport.Stage.WON);
            }
        });
        return found.map(ChargebackView::id);
    }

    private void open(Caller caller, String gateway, ChargebackReport report) {
        Optional<ChargebackView> opened = database.sql()
                .createQuery("""
                        with paid as (
                            select id, order_id, site_id from payment
                            where gateway = :gateway and order_id is not null
                              and (request_id = :request or gateway_transaction = :transaction) for update),
                        made as (
                            insert into chargeback (id, payment_id, order_id, site_id, gateway, gateway_case, amount,
                                                    currency, reason, state, due_at, opened_at, tried_at)
                            select :id, id, order_id, site_id, :gateway, :case, :amount, :currency, left(:reason, 100),
                                   'open', :due, :now, :now
                            from paid on conflict (gateway, gateway_case) do nothing returning *),
                        held as (
                            update payment p set disputed = disputed + :amount, updated_at = :now, version = p.version + 1
                            from made where p.id = made.payment_id)
                        select c.id, c.payment_id, c.order_id, '' as order_number, c.gateway, c.gateway_case, c.amount,
                               c.currency, c.reason, c.state, c.due_at, c.opened_at, c.wish, c.note, c.answered_at,
                               c.decided_at, c.version from made c
                        """)
                .bind("id", Ids.next())
                .bind("gateway", gateway)
                .bind("request", report.requestId())
                .bind("transaction", report.transaction())
                .bind("case", report.caseId())
                .bind("amount", report.amount().minor())
                .bind("currency", report.amount().currency())
                .bind("reason", report.reason())
                .bind("due", report.dueAt())
                .bind("now", clock.instant())
                .mapTo(ChargebackView.class)
                .findOne();
        opened.ifPresent(made -> {
            ledger.postChargebackHold(caller, made.orderId(), made.money());
            LOG.log(Level.WARNING, "chargeback {0} opened, to be answered until {1}", made.id(), made.dueAt());
        });
    }

    private void decide(Caller caller, ChargebackView known, boolean isWon) {
        int decided = database.sql()
                .createUpdate("""
                        with ended as (
                            update chargeback set state = :state, decided_at = :now, wish = null, version = version + 1
                            where id = :id and decided_at is null returning payment_id, amount)
                        update payment p
                        set disputed = disputed - case when :won then ended.amount else 0 end, updated_at = :now,
                            version = p.version + 1
                        from ended where p.id = ended.payment_id
                        """)
                .bind("id", known.id())
                .bind("won", isWon)
                .bind("state", ended(known, isWon).stored())
                .bind("now", clock.instant())
                .execute();
        if (decided == 1 && isWon) {
            ledger.postChargebackWon(caller, known.orderId(), known.money());
        } else if (decided == 1) {
            ledger.postChargebackLost(caller, known.orderId(), known.money());
        }
        if (decided == 1) {
            LOG.log(Level.INFO, "chargeback {0} {1}", known.id(), isWon ? "won" : "lost");
        }
    }

    /** What was accepted stays accepted: the bank only says so too. */
    private static ChargebackState ended(ChargebackView known, boolean isWon) {
        if (isWon) {
            return ChargebackState.WON;
        }
        return known.stateNow() == ChargebackState.ACCEPTED ? ChargebackState.ACCEPTED : ChargebackState.LOST;
    }

    /** Writes an answer down; the gateway hears of it afterwards. */
    public void answer(Caller caller, AnswerChargeback answer) {
        ChargebackView known = view(caller, answer.chargebackId());
        requireOpen(known, answer.version());
        boolean contests = answer.answer() == AnswerChargeback.Answer.CONTEST;
        if (contests && evidence(caller, known.id()).isEmpty()) {
            throw ChargebackError.EVIDENCE_MISSING.now();
        }
        int answered = database.sql()
                .createUpdate("""
                        update chargeback
                        set state = :state, wish = :wish, note = :note, answered_by = :by, answered_at = :now,
                            version = version + 1
                        where id = :id and version = :version and state = 'open'
                        """)
                .bind("id", known.id())
                .bind("version", answer.version())
                .bind("state", (contests ? ChargebackState.CONTESTED : ChargebackState.ACCEPTED).stored())
                .bind("wish", answer.answer().stored())
                .bind("note", answer.note().strip())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        if (answered == 0) {
            throw ChargebackError.CHARGEBACK_CHANGED.because("version", "stale");
        }
        audit.record(
                caller,
                Audit.Deed.of("chargeback." + answer.answer().stored(), "chargeback", known.id())
                        .changing(
                                Json.write(Map.of("state", known.state())),
                                Json.write(Map.of("amount", known.amount(), "currency", known.currency())))
                        .because(answer.note().strip()));
    }

    private void requireOpen(ChargebackView known, long version) {
        if (known.version() != version) {
            throw ChargebackError.CHARGEBACK_CHANGED.because("version", "stale");
        }
        if (!known.isOpen() || !known.dueAt().isAfter(clock.instant())) {
            throw ChargebackError.CHARGEBACK_STATE.because("state", known.state());
        }
    }

    /** The gateway heard the answer, or will never take it. */
    public void told(Caller caller, UUID chargeback, boolean isTaken) {
        database.sql()
                .createUpdate("""
                        update chargeback
                        set wish = null, state = case when :taken then state else 'open' end, version = version + 1
                        where id = :id and decided_at is null and wish is not null
                        """)
                .bind("id", chargeback)
                .bind("taken", isTaken)
                .execute();
    }

    /** Claims cases about which there is something to tell or to ask. */
    public List<ChargebackView> claimDue(Caller caller, Duration forWishes, Duration forNews, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select id from chargeback
                            where decided_at is null
                              and (wish is not null and tried_at < :wished or tried_at < :silent)
                            order by tried_at limit :limit for update skip locked),
                        claimed as (update chargeback set tried_at = :now where id in (select id from due))
                        """ + SELECT + " where c.id in (select id from due)")
                .bind("wished", clock.instant().minus(forWishes))
                .bind("silent", clock.instant().minus(forNews))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(ChargebackView.class)
                .list();
    }

    private Optional<ChargebackView> ofCase(String gateway, String caseId) {
        return database.sql()
                .createQuery(SELECT + " where c.gateway = :gateway and c.gateway_case = :case")
                .bind("gateway", gateway)
                .bind("case", caseId)
                .mapTo(ChargebackView.class)
                .findOne();
    }

    /** The case, or {@link ChargebackError#CHARGEBACK_NOT_FOUND}. */
    public ChargebackView view(Caller caller, UUID chargeback) {
        return database.sql()
                .createQuery(SELECT + " where c.id = :id")
                .bind("id", chargeback)
                .mapTo(ChargebackView.class)
                .findOne()
                .orElseThrow(ChargebackError.CHARGEBACK_NOT_FOUND::now);
    }

    /** Its evidence, oldest first. */
    public List<EvidenceView> evidence(Caller caller, UUID chargeback) {
        return database.sql()
                .createQuery("""
                        select id, kind, name, media_type, bytes, added_at from chargeback_evidence
                        where chargeback_id = :id order by added_at, id limit 100
                        """)
                .bind("id", chargeback)
                .mapTo(EvidenceView.class)
                .list();
    }
}
