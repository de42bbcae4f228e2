package dev.rialto.payout;

import dev.rialto.verification.VerificationState;
import java.util.UUID;

/**
 * What a seller could be paid now.
 *
 * @param amount settled and not paid out, in minor units; below zero is a debt that is carried over
 * @param papers how far its papers are
 * @param accepted may money be sent?
 */
public record Payable(
        UUID tenantId, String sellerName, String currency, long amount, VerificationState papers, boolean accepted) {

    /** Does a run have it? */
    public boolean isPaid() {
        return amount > 0 && accepted;
    }
}
