package dev.rialto.sandbox;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What buyers' banks do: they take money of a captured payment back, and decide once the merchant has answered. Evidence
 * of a shipment wins.
 */
final class DisputeBook {
    private static final Duration LIFE = Duration.ofDays(7);
    private static final Set<String> KINDS = Set.of("order", "shipment", "conversation", "file");
    private static final int MOST_PIECES = 20;

    private final SessionBook book;

    DisputeBook(SessionBook book) {
        this.book = book;
    }

    /**
     * A wish that a payment be disputed.
     *
     * @param amount minor units; all that was captured when it is not said
     * @param reason in a bank's words
     */
    record Opening(
            @Nullable String requestId,
            @Nullable Long amount,
            @Nullable String reason) {}

    /** A merchant's answer; without evidence it gives in. */
    record Answer(@Nullable String requestId, @Nullable List<Evidence> evidence) {}

    /** One piece; content in base 64. */
    record Evidence(
            @Nullable String kind,
            @Nullable String name,
            @Nullable String mediaType,
            @Nullable String content) {}

    /** Opens a dispute of a session; a session has one. */
    Session open(String id, Opening wish) {
        synchronized (book) {
            Session session = book.require(id);
            if (wish.requestId() != null && book.operation(wish.requestId()).isPresent()) {
                return session;
            }
            long amount = wish.amount() == null ? session.refundable() : wish.amount();
            if (session.dispute() != null || amount < 1 || amount > session.refundable()) {
                throw new Refusal(422, "not_disputable", "amount", "amount must be captured, and not disputed before");
            }
            String reason = wish.reason() == null ? "fraudulent" : wish.reason();
            book.write(
                    Entry.Kind.DISPUTED,
                    id,
                    wish.requestId(),
                    Map.of(
                            "dispute", "dp_" + SessionBook.random(12),
                            "amount", String.valueOf(amount),
                            "reason", reason.substring(0, Math.min(100, reason.length())),
                            "due_at", book.now().plus(LIFE).toString()));
            return session;
        }
    }

    /** Takes an answer in, once per request id. */
    Session answer(String dispute, Answer answer, boolean refuse) {
        synchronized (book) {
            Session session = book.ofDispute(dispute);
            String requestId = new Change(answer.requestId(), null).checkedRequestId();
            if (book.operation(requestId).isPresent()) {
                return session;
            }
            if (refuse
                    || standing(session).state() != Session.Dispute.State.OPEN
                    || standing(session).dueAt().isBefore(book.now())) {
                throw new Refusal(422, refuse ? "refused_by_switch" : "not_open", "the dispute cannot be answered");
            }
            List<Evidence> evidence = checked(answer.evidence());
            if (evidence.isEmpty()) {
                book.write(Entry.Kind.DISPUTE_LOST, session.id(), requestId, Map.of("reason", "accepted"));
            } else {
                book.write(Entry.Kind.CONTESTED, session.id(), requestId, detail(evidence));
            }
            return session;
        }
    }

    private static List<Evidence> checked(@Nullable List<Evidence> evidence) {
        List<Evidence> pieces = evidence == null ? List.of() : evidence;
        boolean isGood = pieces.size() <= MOST_PIECES
                && pieces.stream()
                        .allMatch(piece -> piece.kind() != null
                                && KINDS.contains(piece.kind())
                                && piece.name() != null
                                && piece.content() != null);
        if (!isGood) {
            throw new Refusal(
                    422, "invalid", "evidence", "evidence must be up to " + MOST_PIECES + " of kind, name, content");
        }
        return pieces;
    }

    private static Map<String, String> detail(List<Evidence> evidence) {
        Map<String, String> detail = new HashMap<>();
        detail.put("evidence", evidence.stream().map(Evidence::name).collect(Collectors.joining(", ")));
        boolean shipped = evidence.stream().anyMatch(piece -> "shipment".equals(piece.kind()));
        detail.put("outcome", shipped ? "won" : "lost");
        return detail;
    }

    /** The bank decides a contested dispute, as the evidence was. */
    void decide(String id) {
        synchronized (book) {
            Session session = book.require(id);
            if (standing(session).state() == Session.Dispute.State.CONTESTED) {
                boolean isWon = session.isEvidenceGood();
                book.write(isWon ? Entry.Kind.DISPUTE_WON : Entry.Kind.DISPUTE_LOST, id, null, Map.of());
            }
        }
    }

    private static Session.Dispute standing(Session session) {
        Session.Dispute dispute = session.dispute();
        if (dispute == null) {
            throw new Refusal(404, "not_found", "there is no such dispute");
        }
        return dispute;
    }
}
