package dev.rialto.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** One payment, as the journal's entries make it. Changed only by {@link #apply}. */
final class Session {
    private final Entry opened;
    private final Instant expiresAt;
    private State state = State.OPEN;
    private long captured;
    private long refunded;
    private long released;
    private @Nullable Dispute dispute;
    private boolean evidenceIsGood;
    private int tries;
    private int wrongCodes;
    private @Nullable String lastFour;
    private @Nullable String reason;
    private @Nullable String transaction;
    private @Nullable Instant approvedAt;
    private @Nullable Instant dueAt;
    private String expiryToKeep = "";
    private KeptCards.@Nullable Kept kept;

    /** Where a session stands. */
    enum State {
        OPEN,
        CHALLENGED,
        PENDING,
        APPROVED,
        VOIDED,
        CANCELLED,
        EXPIRED
    }

    /**
     * A chargeback as merchants see it.
     *
     * @param amount minor units that the buyer's bank takes back
     * @param dueAt until when it can be answered
     */
    record Dispute(String id, State state, long amount, String reason, Instant dueAt) {

        /** Where it stands. */
        enum State {
            OPEN,
            CONTESTED,
            WON,
            LOST;

            boolean isOver() {
                return this == WON || this == LOST;
            }
        }

        static Dispute of(Entry entry) {
            return new Dispute(
                    entry.text("dispute"),
                    State.OPEN,
                    entry.amount(),
                    entry.text("reason"),
                    Instant.parse(entry.text("due_at")));
        }

        Dispute in(State next) {
            return new Dispute(id, next, amount, reason, dueAt);
        }
    }

    Session(Entry opened, Duration life) {
        this.opened = opened;
        this.expiresAt = opened.at().plus(life);
    }

    void apply(Entry entry) {
        switch (entry.kind()) {
            case CHALLENGED -> tried(entry, State.CHALLENGED);
            case CHALLENGE_FAILED -> wrongCodes++;
            case DECLINED -> declined(entry);
            case PENDING -> pending(entry);
            case APPROVED -> approved(entry);
            case CANCELLED -> state = State.CANCELLED;
            case CAPTURED -> captured += entry.amount();
            case VOIDED -> voided();
            case REFUNDED -> refunded += entry.amount();
            case DISPUTED -> dispute = Dispute.of(entry);
            case CONTESTED -> contested(entry);
            case DISPUTE_WON -> become(Dispute.State.WON);
            case DISPUTE_LOST -> become(Dispute.State.LOST);
            default -> {
                // told, not told, refused and switched change no session
            }
        }
    }

    private void contested(Entry entry) {
        evidenceIsGood = entry.text("outcome").equals("won");
        become(Dispute.State.CONTESTED);
    }

    private void become(Dispute.State next) {
        dispute = dispute == null ? null : dispute.in(next);
    }

    @Nullable
    Dispute dispute() {
        return dispute;
    }

    boolean isEvidenceGood() {
        return evidenceIsGood;
    }

    /** What was captured before stays captured; the rest can no longer be. */
    private void voided() {
        released = amount() - captured;
        state = captured > 0 ? State.APPROVED : State.VOIDED;
    }

    private void tried(Entry entry, State next) {
        state = next;
        tries++;
        wrongCodes = 0;
        lastFour = entry.text("card");
        expiryToKeep = entry.text("keep");
        reason = null;
    }

    private void declined(Entry entry) {
        if (state == State.OPEN) {
            tries++;
        }
        state = State.OPEN;
        lastFour = entry.text("card");
        reason = entry.text("reason");
    }

    private void pending(Entry entry) {
        if (state == State.OPEN) {
            tries++;
        }
        state = State.PENDING;
        lastFour = entry.text("card");
        expiryToKeep = entry.text("keep");
        dueAt = Instant.parse(entry.text("due_at"));
    }

    private void approved(Entry entry) {
        if (state == State.OPEN) {
            tries++;
        }
        state = State.APPROVED;
        lastFour = entry.text("card");
        reason = null;
        transaction = entry.text("transaction");
        approvedAt = entry.at();
        kept = KeptCards.Kept.of(entry).orElse(null);
    }

    State stateAt(Instant now) {
        boolean over = (state == State.OPEN || state == State.CHALLENGED) && now.isAfter(expiresAt);
        return over ? State.EXPIRED : state;
    }

    String id() {
        return opened.session();
    }

    long amount() {
        return opened.amount();
    }

    long capturable() {
        return state == State.APPROVED ? amount() - captured - released : 0;
    }

    long refundable() {
        return captured - refunded;
    }

    /** Is there nothing left to capture? */
    boolean isCaptured() {
        return captured > 0 && capturable() == 0;
    }

    int wrongCodes() {
        return wrongCodes;
    }

    int tries() {
        return tries;
    }

    String cardLastFour() {
        return lastFour == null ? "" : lastFour;
    }

    @Nullable
    Instant dueAt() {
        return state == State.PENDING ? dueAt : null;
    }

    /** The expiry of the card that is to be kept once it is approved; empty when it is not. */
    String expiryToKeep() {
        return expiryToKeep;
    }

    /** The payer by the gateway's name; empty when it was not told. */
    String customer() {
        return opened.text("customer");
    }

    boolean offersToKeep() {
        return opened.text("offers_to_keep").equals("true");
    }

    String callBackUrl() {
        return opened.text("callback_url");
    }

    boolean isOpenedBy(Opening opening) {
        Map<String, String> before = new HashMap<>(opened.detail());
        // a journal of before there were wallets does not say
        before.putIfAbsent("method", "card");
        return before.equals(opening.detail());
    }

    String pagePath() {
        return (isWallet() ? "/wallet/" : "/pay/") + id();
    }

    boolean isWallet() {
        return opened.text("method").equals("wallet");
    }

    String merchantReference() {
        return opened.text("merchant_reference");
    }

    SessionView view(Instant now, String publicUrl) {
        return new SessionView(
                id(),
                opened.requestId() == null ? "" : opened.requestId(),
                merchantReference(),
                stateAt(now),
                amount(),
                opened.text("currency"),
                captured,
                refunded,
                released,
                transaction,
                reason,
                isWallet() ? null : lastFour,
                tries,
                publicUrl + pagePath(),
                opened.text("language"),
                opened.text("return_url"),
                opened.at(),
                expiresAt,
                approvedAt,
                kept,
                dispute);
    }
}
