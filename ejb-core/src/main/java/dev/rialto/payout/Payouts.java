package dev.rialto.payout;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Violations;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.PayoutPosting;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** The mall's side of payouts: prepared, approved by another, cancelled, come back. */
@Stateless
@Boundary
public class Payouts {
    private PayoutRows rows;
    private PayoutReads reads;
    private Ledger ledger;
    private Audit audit;
    private Clock clock;

    @Inject
    public Payouts(PayoutRows rows, PayoutReads reads, Ledger ledger, Audit audit, Clock clock) {
        this.rows = rows;
        this.reads = reads;
        this.ledger = ledger;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Payouts() {}

    /**
     * Prepares a run of all who can be paid in a currency.
     *
     * @param caller an operator with {@code payout.prepare}
     * @return its id
     * @throws DomainException {@link PayoutError#PAYOUT_INVALID}, {@link PayoutError#NOTHING_TO_PAY},
     *     {@link PayoutError#PAYOUT_WAITING}
     */
    public UUID prepare(Caller caller, PreparePayout wish) {
        Permissions.require(caller, Permissions.PAYOUT_PREPARE);
        UUID person = caller.signedIn().orElseThrow(PayoutError.PAYOUT_SECOND_PERSON::now);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        new Violations()
                .check(!wish.executeOn().isBefore(today), "executeOn", "in_the_past")
                .check(!wish.executeOn().isAfter(today.plusDays(60)), "executeOn", "at_most", today.plusDays(60))
                .check(rows.hasAccount(wish), "bankAccount", "unknown")
                .raise(PayoutError.PAYOUT_INVALID);
        List<Payable> paid = reads.payables(caller.asWorker(), wish.currency()).stream()
                .filter(Payable::isPaid)
                .toList();
        if (paid.isEmpty()) {
            throw PayoutError.NOTHING_TO_PAY.now();
        }
        UUID run = rows.open(wish, person).orElseThrow(PayoutError.PAYOUT_WAITING::now);
        rows.add(caller, run, paid);
        audit.record(caller, Audit.Deed.of("payout.prepare", "payout_run", run));
        return run;
    }

    /**
     * Approves and books a run.
     *
     * @param caller another operator than prepared it, with {@code payout.approve}
     * @throws DomainException {@link PayoutError#PAYOUT_SECOND_PERSON}, {@link PayoutError#PAYOUT_STATE},
     *     {@link PayoutError#PAYOUT_CHANGED}, {@link PayoutError#PAYOUT_STALE} when a seller's papers or balance no longer
     *     allow what was prepared, {@link PayoutError#PAYOUT_NOT_FOUND}
     */
    public void approve(Caller caller, UUID run, long version) {
        Permissions.require(caller, Permissions.PAYOUT_APPROVE);
        PayoutRunView view = taken(caller, run, version);
        if (!view.isPrepared()) {
            throw PayoutError.PAYOUT_STATE.because("state", view.state());
        }
        if (!view.waitsFor(caller.account())) {
            throw PayoutError.PAYOUT_SECOND_PERSON.now();
        }
        List<PayoutRows.Ordered> ordered = rows.ordered(run);
        requireStillDue(caller, view, ordered);
        rows.decide(run, caller.account(), "approved", null);
        ordered.forEach(each -> ledger.postPayout(caller.asWorker(), posting(each)));
        audit.record(caller, Audit.Deed.of("payout.approve", "payout_run", run));
    }

    private PayoutRunView taken(Caller caller, UUID run, long version) {
        rows.lock(run);
        PayoutRunView view = reads.run(caller.asWorker(), run);
        if (view.version() != version) {
            throw PayoutError.PAYOUT_CHANGED.because("version", "stale");
        }
        return view;
    }

    private void requireStillDue(Caller caller, PayoutRunView run, List<PayoutRows.Ordered> ordered) {
        List<Payable> now = reads.payables(caller.asWorker(), run.currency());
        Violations stale = new Violations();
        for (PayoutRows.Ordered each : ordered) {
            long shared =
                    each.shares().stream().mapToLong(PayoutRows.Share::amount).sum();
            boolean due = shared == each.amount()
                    && now.stream()
                            .anyMatch(payable -> payable.tenantId().equals(each.tenantId())
                                    && payable.accepted()
                                    && payable.amount() >= each.amount());
            stale.check(due, "company", "not_due", each.sellerName());
        }
        stale.raise(PayoutError.PAYOUT_STALE);
    }

    private static PayoutPosting posting(PayoutRows.Ordered payout) {
        return new PayoutPosting(
                payout.tenantId(),
                payout.shares().stream()
                        .map(share ->
                                new PayoutPosting.Share(share.siteId(), new Money(share.amount(), payout.currency())))
                        .toList(),
                payout.reference());
    }

    /**
     * Gives up a run that was not approved.
     *
     * @param caller an operator with {@code payout.prepare} or {@code payout.approve}
     * @throws DomainException {@link PayoutError#PAYOUT_INVALID}, {@link PayoutError#PAYOUT_STATE},
     *     {@link PayoutError#PAYOUT_CHANGED}, {@link PayoutError#PAYOUT_NOT_FOUND}
     */
    public void cancel(Caller caller, UUID run, String reason, long version) {
        if (!caller.may(Permissions.PAYOUT_APPROVE)) {
            Permissions.require(caller, Permissions.PAYOUT_PREPARE);
        }
        new Violations().text("reason", reason, 500).raise(PayoutError.PAYOUT_INVALID);
        PayoutRunView view = taken(caller, run, version);
        if (!view.isPrepared()) {
            throw PayoutError.PAYOUT_STATE.because("state", view.state());
        }
        rows.decide(run, caller.account(), "cancelled", reason.strip());
        audit.record(caller, Audit.Deed.of("payout.cancel", "payout_run", run).because(reason));
    }

    /**
     * Notes that the bank sent a payout back; it is the seller's balance again.
     *
     * @param caller an operator with {@code payout.approve}
     * @param reason what the bank said
     * @throws DomainException {@link PayoutError#PAYOUT_INVALID}, {@link PayoutError#PAYOUT_STATE},
     *     {@link PayoutError#PAYOUT_CHANGED}, {@link PayoutError#PAYOUT_NOT_FOUND}
     */
    public void returned(Caller caller, UUID payout, String reason, long version) {
        Permissions.require(caller, Permissions.PAYOUT_APPROVE);
        new Violations().text("reason", reason, 500).raise(PayoutError.PAYOUT_INVALID);
        PayoutRows.Ordered ordered = rows.one(payout).orElseThrow(PayoutError.PAYOUT_NOT_FOUND::now);
        if (!ordered.isSent()) {
            throw PayoutError.PAYOUT_STATE.because("state", ordered.state());
        }
        if (ordered.version() != version) {
            throw PayoutError.PAYOUT_CHANGED.because("version", "stale");
        }
        comeBack(caller, ordered, reason.strip());
    }

    private void comeBack(Caller caller, PayoutRows.Ordered payout, String reason) {
        if (!rows.comeBack(caller, payout.id(), reason, payout.version())) {
            throw PayoutError.PAYOUT_CHANGED.because("version", "stale");
        }
        ledger.postPayoutReturn(caller.asWorker(), posting(payout));
        audit.record(
                caller, Audit.Deed.of("payout.returned", "payout", payout.id()).because(reason));
    }

    /**
     * Books what a bank's file says came back, all or nothing; reading a file again books nothing more.
     *
     * @param caller an operator with {@code payout.approve}
     * @param file a payment status report (pain.002) or notification (camt.054)
     * @throws DomainException {@link PayoutError#PAYOUT_INVALID} naming the file, {@link PayoutError#PAYOUT_CHANGED}
     */
    public ReturnsRead readReturns(Caller caller, byte[] file) {
        Permissions.require(caller, Permissions.PAYOUT_APPROVE);
        int booked = 0;
        int known = 0;
        List<String> unknown = new ArrayList<>();
        for (BankReturns.Returned each : BankReturns.read(file)) {
            PayoutRows.Ordered payout = rows.named(each.reference()).orElse(null);
            if (payout == null) {
                unknown.add(each.reference());
            } else if (payout.isSent()) {
                comeBack(caller, payout, each.reason());
                booked++;
            } else {
                known++;
            }
        }
        return new ReturnsRead(booked, known, unknown);
    }

    /**
     * The bank's file of an approved run; fetching it is noted.
     *
     * @param caller an operator with {@code payout.approve}
     * @throws DomainException {@link PayoutError#PAYOUT_STATE}, {@link PayoutError#PAYOUT_NOT_FOUND}
     */
    public byte[] file(Caller caller, UUID run) {
        Permissions.require(caller, Permissions.PAYOUT_APPROVE);
        PayoutRunView view = reads.run(caller.asWorker(), run);
        if (!view.isApproved()) {
            throw PayoutError.PAYOUT_STATE.because("state", view.state());
        }
        audit.record(caller, Audit.Deed.of("payout.file", "payout_run", run));
        return Pain001.write(view, rows.transfers(run));
    }
}
