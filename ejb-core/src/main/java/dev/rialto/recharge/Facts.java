package dev.rialto.recharge;

import dev.rialto.channel.CardProvider;
import dev.rialto.channel.CardProviders;
import dev.rialto.platform.Tokens;
import java.time.Instant;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a try, read in one statement; and the order in which it is judged (E21).
 *
 * @param earlier the same request, when it came before
 * @param code the code that was typed, if there is one
 * @param proof the verification code last sent to the contact and not used, if there is one
 */
public record Facts(
        @Nullable UUID earlier,
        @Nullable Code code,
        @Nullable Proof proof) {
    private static final int MOST_PROOF_TRIES = 5;

    /** A code with its product, provider and the cards left. */
    public record Code(
            UUID codeId,
            UUID ownerId,
            String codeState,
            @Nullable UUID heldBy,
            Instant expiresAt,
            UUID productId,
            String sku,
            String names,
            String accountForm,
            long remaining,
            CardProviders.Sealed provider) {

        private @Nullable String fault(UUID channel, Instant now) {
            if (!channel.equals(ownerId)) {
                return "code_of_another_channel";
            }
            return switch (codeState) {
                case "used" -> "code_used";
                case "void" -> "code_void";
                case "expired" -> "code_expired";
                case "created" -> "code_not_handed_out";
                default -> heldBy != null ? "code_in_use" : now.isBefore(expiresAt) ? null : "code_expired";
            };
        }
    }

    /** A verification code by its hash. */
    public record Proof(UUID proofId, String proofHash, int proofTries, Instant proofExpiresAt) {
        private boolean holds(String typed, Instant now) {
            return proofTries < MOST_PROOF_TRIES
                    && now.isBefore(proofExpiresAt)
                    && proofHash.equals(Tokens.hash(proofId + typed.strip()));
        }
    }

    /**
     * Why a try is refused: for the log and for the one who tried.
     *
     * @param module which part refuses
     */
    public record Verdict(String module, String reason, RechargeError told) {}

    /** The first thing that is wrong; null when the try is good. */
    @Nullable
    Verdict judge(Attempt attempt, Instant now) {
        if (attempt.contactMark() != null && (proof == null || !proof.holds(attempt.proof(), now))) {
            return new Verdict("authority", "proof_refused", RechargeError.PROOF_REFUSED);
        }
        if (code == null) {
            return new Verdict("authority", "code_unknown", RechargeError.CODE_REFUSED);
        }
        String fault = code.fault(attempt.channel(), now);
        if (fault != null) {
            return new Verdict("authority", fault, RechargeError.CODE_REFUSED);
        }
        if (!Pattern.matches(code.accountForm(), attempt.account())) {
            return new Verdict("authority", "account_form", RechargeError.ACCOUNT_REFUSED);
        }
        if (code.provider().providerState() != CardProvider.State.ACTIVE) {
            return new Verdict("provider", "provider_off", RechargeError.PROVIDER_OFF);
        }
        return code.remaining() <= 0 ? new Verdict("inventory", "no_card", RechargeError.NO_CARD) : null;
    }
}
