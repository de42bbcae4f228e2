package dev.rialto.chargeback;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentGateway.Evidence;
import dev.rialto.payment.PaymentGateway.GatewayAnswer;
import dev.rialto.platform.Boundary;
import dev.rialto.seller.Permissions;
import dev.rialto.storage.Storage;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Cases that buyers' banks open: seen, shown evidence to, answered. No transaction: files and gateway are outside. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class Chargebacks {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final Duration SILENCE = Duration.ofHours(1);

    private ChargebackBook book;
    private ChargebackLists lists;
    private EvidenceRows rows;
    private PaymentDesk payments;
    private Storage storage;
    private Clock clock;

    @Inject
    public Chargebacks(
            ChargebackBook book,
            ChargebackLists lists,
            EvidenceRows rows,
            PaymentDesk payments,
            Storage storage,
            Clock clock) {
        this.book = book;
        this.lists = lists;
        this.rows = rows;
        this.payments = payments;
        this.storage = storage;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Chargebacks() {}

    /**
     * Takes a gateway's call-back in when it tells of a chargeback.
     *
     * @param caller a worker
     * @return the case; empty when it tells something else, or of no payment of ours
     * @throws DomainException the payment's {@code bad_signature}, {@code unknown_gateway}
     */
    public Optional<UUID> receiveCallBack(Caller caller, String gateway, CallBack callBack) {
        return payments.readChargeback(caller, gateway, callBack)
                .flatMap(report -> book.record(caller, gateway, report));
    }

    /** Cases, open ones first by their date, then the newest; needs {@code payment.refund}. */
    public List<ChargebackView> list(Caller caller, int limit) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        return lists.list(caller, limit);
    }

    /** The cases of an order; needs {@code order.view}. */
    public List<ChargebackView> ofOrder(Caller caller, UUID order) {
        Permissions.require(caller, Permissions.ORDER_VIEW);
        return caller.role() == Caller.Role.TENANT ? List.of() : lists.ofOrder(caller, order);
    }

    /**
     * One case.
     *
     * @throws DomainException {@link ChargebackError#CHARGEBACK_NOT_FOUND}, or the permission is missing
     */
    public ChargebackView view(Caller caller, UUID chargeback) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        return book.view(caller, chargeback);
    }

    /** Its evidence, oldest first. */
    public List<EvidenceView> evidence(Caller caller, UUID chargeback) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        return book.evidence(caller, chargeback);
    }

    /**
     * One piece with what is in it.
     *
     * @throws DomainException {@link ChargebackError#CHARGEBACK_NOT_FOUND}
     */
    public Evidence open(Caller caller, UUID chargeback, UUID piece) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        return rows.find(caller.asWorker(), book.view(caller, chargeback).id(), piece)
                .flatMap(this::content)
                .orElseThrow(ChargebackError.CHARGEBACK_NOT_FOUND::now);
    }

    private Optional<Evidence> content(EvidenceView piece) {
        return storage.read(name(piece.id()))
                .map(bytes -> new Evidence(piece.kind(), piece.name(), piece.mediaType(), bytes));
    }

    /**
     * Adds a file: a PDF or plain text as it is, a picture encoded anew.
     *
     * @param fileName as it was called
     * @throws DomainException {@link ChargebackError#EVIDENCE_UNKNOWN}, {@link ChargebackError#EVIDENCE_TOO_MUCH},
     *     {@link ChargebackError#CHARGEBACK_STATE}, {@link ChargebackError#CHARGEBACK_NOT_FOUND}
     */
    public void addFile(Caller caller, UUID chargeback, String fileName, InputStream upload) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        keep(caller, chargeback, "file", EvidenceFile.of(fileName, upload));
    }

    /**
     * Adds what the mall knows of the order, its shipments or its conversation; again, it takes the place of the one
     * before.
     *
     * @param kind order, shipment or conversation
     * @throws DomainException {@link ChargebackError#EVIDENCE_MISSING} when there is nothing to tell, and as
     *     {@link #addFile}
     */
    public void gather(Caller caller, UUID chargeback, String kind) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        ChargebackView known = book.view(caller, chargeback);
        String text = rows.text(caller.asWorker(), known.id(), kind);
        if (text.isBlank()) {
            throw ChargebackError.EVIDENCE_MISSING.now();
        }
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        keep(
                caller,
                chargeback,
                kind,
                new EvidenceFile(kind + "-" + known.orderNumber() + ".txt", "text/plain; charset=utf-8", bytes));
    }

    private void keep(Caller caller, UUID chargeback, String kind, EvidenceFile file) {
        UUID id = Ids.next();
        ChargebackView known = book.view(caller, chargeback);
        storage.keep(name(id), file.bytes());
        rows.add(
                caller.asWorker(),
                known.id(),
                new EvidenceView(id, kind, file.name(), file.mediaType(), file.bytes().length, clock.instant()),
                Objects.requireNonNull(caller.account()));
    }

    /** Takes a piece out of an open case. */
    public void remove(Caller caller, UUID chargeback, UUID piece) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        if (rows.remove(caller.asWorker(), book.view(caller, chargeback).id(), piece)) {
            storage.remove(name(piece));
        }
    }

    /**
     * Accepts or contests a case; the gateway hears of it at once, or from a job when it does not answer.
     *
     * @param caller an operator with {@code payment.refund}
     * @throws DomainException {@link ChargebackError#CHARGEBACK_STATE}, {@link ChargebackError#CHARGEBACK_CHANGED},
     *     {@link ChargebackError#CHARGEBACK_INVALID}, {@link ChargebackError#EVIDENCE_MISSING},
     *     {@link ChargebackError#CHARGEBACK_NOT_FOUND}, or the permission is missing
     */
    public void answer(Caller caller, AnswerChargeback answer) {
        Permissions.require(caller, Permissions.PAYMENT_REFUND);
        answer.check();
        book.view(caller, answer.chargebackId());
        Caller staff =
                new Caller(Caller.Role.WORKER, null, caller.account(), null, caller.permissions(), caller.traceId());
        book.answer(staff, answer);
        tell(caller.asWorker(), book.view(caller, answer.chargebackId()));
    }

    private void tell(Caller worker, ChargebackView known) {
        String wish = known.wish();
        if (wish == null) {
            return;
        }
        List<Evidence> evidence = wish.equals("accept")
                ? List.of()
                : book.evidence(worker, known.id()).stream()
                        .flatMap(piece -> content(piece).stream())
                        .toList();
        GatewayAnswer heard = payments.answerChargeback(worker, known.paymentId(), known.gatewayCase(), evidence);
        if (!(heard instanceof GatewayAnswer.Unknown)) {
            book.told(worker, known.id(), heard instanceof GatewayAnswer.Done);
        }
    }

    /**
     * Tells gateways what they have not heard, and asks about cases of which nothing was heard for long.
     *
     * @param caller a worker
     */
    public void settle(Caller caller, int limit) {
        for (ChargebackView known : book.claimDue(caller, SOON, SILENCE, limit)) {
            if (known.wish() != null) {
                tell(caller, known);
            } else {
                payments.askChargeback(caller, known.paymentId(), known.gatewayCase())
                        .ifPresent(report -> book.record(caller, known.gateway(), report));
            }
        }
    }

    private static String name(UUID piece) {
        return "evidence/" + piece;
    }
}
