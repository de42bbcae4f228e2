package dev.rialto.sandbox;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * All sessions. Each change is written to the journal first and then applied; reading the journal at the start applies
 * the same changes.
 */
final class SessionBook {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int MOST_TRIES = 10;
    private static final int MOST_WRONG_CODES = 3;

    private final Journal journal;
    private final Clock clock;
    private final Duration life;
    private final Map<String, Session> sessions = new LinkedHashMap<>();
    private final Map<String, Operation> operations = new HashMap<>();
    private final KeptCards kept = new KeptCards();
    private Consumer<Entry> listener = entry -> {};

    SessionBook(Journal journal, Clock clock, Duration life) {
        this.journal = journal;
        this.clock = clock;
        this.life = life;
        journal.replay(this::apply);
    }

    /** Hears of every entry from now on, on the thread that causes it. */
    void listen(Consumer<Entry> next) {
        listener = next;
    }

    private void apply(Entry entry) {
        if (entry.kind() == Entry.Kind.OPENED) {
            sessions.put(entry.session(), new Session(entry, life));
        } else if (sessions.containsKey(entry.session())) {
            sessions.get(entry.session()).apply(entry);
        }
        kept.apply(entry);
        if (entry.requestId() != null) {
            operations.put(entry.requestId(), Operation.of(entry));
        }
    }

    synchronized Entry write(Entry.Kind kind, String session, @Nullable String requestId, Map<String, String> detail) {
        return write(kind, session, requestId, detail, entry -> {});
    }

    /** Writes something and lets others apply it before anybody hears of it. */
    synchronized Entry write(
            Entry.Kind kind,
            String session,
            @Nullable String requestId,
            Map<String, String> detail,
            Consumer<Entry> also) {
        Entry entry = journal.append(kind, session, requestId, detail);
        apply(entry);
        also.accept(entry);
        listener.accept(entry);
        return entry;
    }

    /** Opens a card page; the same request id finds the same one. */
    synchronized Session open(Opening opening, boolean refuse) {
        opening.check();
        String requestId = opening.requestId() == null ? "" : opening.requestId();
        Operation known = operations.get(requestId);
        if (known == null) {
            String id = refuse ? "" : "cs_" + random(18);
            Map<String, String> detail = new HashMap<>(opening.detail());
            if (refuse) {
                detail.put("reason", "refused_by_switch");
            }
            write(refuse ? Entry.Kind.REFUSED : Entry.Kind.OPENED, id, requestId, detail);
            known = operations.get(requestId);
        }
        if (known == null || known.kind() == Entry.Kind.REFUSED) {
            throw new Refusal(422, "refused", "the gateway refuses this payment");
        }
        Session session = sessions.get(known.session());
        if (session == null || known.kind() != Entry.Kind.OPENED || !session.isOpenedBy(opening)) {
            throw new Refusal(409, "request_id_reused", "request_id", "request_id was used for another request");
        }
        return session;
    }

    /** Is there nothing yet under this request id? */
    synchronized boolean isNew(@Nullable String requestId) {
        return requestId != null && !operations.containsKey(requestId);
    }

    synchronized Optional<Session> find(String id) {
        return Optional.ofNullable(sessions.get(id));
    }

    /** The session that was disputed under this id. */
    synchronized Session ofDispute(String dispute) {
        return sessions.values().stream()
                .filter(session ->
                        session.dispute() != null && session.dispute().id().equals(dispute))
                .findFirst()
                .orElseThrow(() -> new Refusal(404, "not_found", "there is no such dispute"));
    }

    /** Sessions whose dispute waits for the bank. */
    synchronized List<Session> contested() {
        return sessions.values().stream()
                .filter(session ->
                        session.dispute() != null && session.dispute().state() == Session.Dispute.State.CONTESTED)
                .toList();
    }

    Session require(String id) {
        return find(id).orElseThrow(() -> new Refusal(404, "not_found", "there is no such session"));
    }

    synchronized Optional<Operation> operation(String requestId) {
        return Optional.ofNullable(operations.get(requestId));
    }

    synchronized List<Session> ofReference(String merchantReference) {
        return sessions.values().stream()
                .filter(session -> session.merchantReference().equals(merchantReference))
                .toList();
    }

    /** Sessions whose late approval is still to come. */
    synchronized List<Session> pending() {
        return sessions.values().stream()
                .filter(session -> session.dueAt() != null)
                .toList();
    }

    /** A card, or a wallet that behaves like it, is tried; nothing happens to a session that is over, or approved already. */
    synchronized Session.State pay(String id, TestCard card, Switches switches) {
        return pay(id, card, "", switches);
    }

    /**
     * A card is tried that is to be kept once it is approved.
     *
     * @param expiryToKeep MM/YY; empty when it is not to be kept
     */
    synchronized Session.State pay(String id, TestCard card, String expiryToKeep, Switches switches) {
        Session session = require(id);
        if (stateOf(session) != Session.State.OPEN) {
            return stateOf(session);
        }
        String means = session.isWallet() ? "wallet" : card.lastFour();
        Map<String, String> detail = new HashMap<>(Map.of("card", means));
        if (!expiryToKeep.isEmpty()) {
            detail.put("keep", expiryToKeep);
        }
        if (session.tries() >= MOST_TRIES) {
            write(Entry.Kind.CANCELLED, id, null, Map.of("reason", "too_many_tries"));
        } else if (card.isDeclined() || switches.happens(Fault.DECLINE, session.amount())) {
            detail.put("reason", card.isDeclined() ? card.reason() : "declined");
            write(Entry.Kind.DECLINED, id, null, detail);
        } else if (card == TestCard.CHALLENGE) {
            write(Entry.Kind.CHALLENGED, id, null, detail);
        } else if (card == TestCard.LATE || switches.happens(Fault.LATE_APPROVAL, session.amount())) {
            detail.put(
                    "due_at", clock.instant().plusMillis(switches.lateMillis()).toString());
            write(Entry.Kind.PENDING, id, null, detail);
        } else {
            approve(session, means, expiryToKeep);
        }
        return stateOf(session);
    }

    private void approve(Session session, String lastFour, String expiryToKeep) {
        Map<String, String> detail = new HashMap<>(Map.of(
                "card", lastFour, "transaction", "tx_" + random(12), "amount", String.valueOf(session.amount())));
        if (!expiryToKeep.isEmpty()) {
            detail.putAll(kept.keep(session.customer(), lastFour, expiryToKeep));
        }
        write(Entry.Kind.APPROVED, session.id(), null, detail);
    }

    /** The cards that the payer of a session let the gateway keep. */
    synchronized List<KeptCards.Kept> keptFor(Session session) {
        return kept.of(session.customer());
    }

    /** Forgets a kept card; once per request id. */
    synchronized void forget(String token, Change change) {
        String requestId = change.checkedRequestId();
        if (operations.containsKey(requestId)) {
            return;
        }
        if (!kept.has(token)) {
            throw new Refusal(404, "not_found", "no such card is kept");
        }
        write(Entry.Kind.CARD_FORGOTTEN, "", requestId, Map.of("token", token));
    }

    /** The one-time code of the challenge; after three wrong ones the card is declined. */
    synchronized boolean answerChallenge(String id, boolean isRight) {
        Session session = require(id);
        if (stateOf(session) != Session.State.CHALLENGED) {
            return true;
        }
        if (isRight) {
            approve(session, session.cardLastFour(), session.expiryToKeep());
        } else if (session.wrongCodes() + 1 >= MOST_WRONG_CODES) {
            Map<String, String> detail = Map.of("card", session.cardLastFour(), "reason", "authentication_failed");
            write(Entry.Kind.DECLINED, id, null, detail);
        } else {
            write(Entry.Kind.CHALLENGE_FAILED, id, null, Map.of());
        }
        return isRight;
    }

    /** The shopper goes back without paying. */
    synchronized void cancel(String id) {
        Session.State state = stateOf(require(id));
        if (state == Session.State.OPEN || state == Session.State.CHALLENGED) {
            write(Entry.Kind.CANCELLED, id, null, Map.of("reason", "by_shopper"));
        }
    }

    /** A late approval comes. */
    synchronized void approveLate(String id) {
        Session session = require(id);
        if (session.dueAt() != null) {
            approve(session, session.cardLastFour(), session.expiryToKeep());
        }
    }

    /**
     * Captures, voids or refunds; once per request id.
     *
     * @param kind CAPTURED, VOIDED or REFUNDED
     */
    synchronized Operation change(String id, Entry.Kind kind, Change change, boolean refuse) {
        Session session = require(id);
        String requestId = change.checkedRequestId();
        Operation known = operations.get(requestId);
        if (known == null) {
            long amount = change.amountOf(session, kind);
            String reason = refuse ? "refused_by_switch" : objection(session, kind, amount);
            Map<String, String> detail = new HashMap<>(Map.of("amount", String.valueOf(amount)));
            if (reason != null) {
                detail.putAll(Map.of("reason", reason, "asked", kind.name().toLowerCase(java.util.Locale.ROOT)));
            }
            known = Operation.of(write(reason == null ? kind : Entry.Kind.REFUSED, id, requestId, detail));
        }
        return sameAs(known, id, kind, change);
    }

    private static Operation sameAs(Operation known, String id, Entry.Kind kind, Change change) {
        boolean sameAmount = change.amount() == null || change.amount() == known.amount();
        if (!known.session().equals(id) || !sameAmount || (known.kind() != kind && known.reason() == null)) {
            throw new Refusal(409, "request_id_reused", "request_id", "request_id was used for another request");
        }
        if (known.reason() != null) {
            throw new Refusal(422, known.reason(), "the gateway refuses: " + known.reason());
        }
        return known;
    }

    private @Nullable String objection(Session session, Entry.Kind kind, long amount) {
        Session.State state = stateOf(session);
        return switch (kind) {
            case CAPTURED ->
                state != Session.State.APPROVED
                        ? "not_approved"
                        : amount < 1 || amount > session.capturable() ? "amount_too_large" : null;
            case REFUNDED -> amount < 1 || amount > session.refundable() ? "amount_too_large" : null;
            default -> state == Session.State.VOIDED || session.isCaptured() ? "not_voidable" : null;
        };
    }

    Session.State stateOf(Session session) {
        return session.stateAt(clock.instant());
    }

    Instant now() {
        return clock.instant();
    }

    static String random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
