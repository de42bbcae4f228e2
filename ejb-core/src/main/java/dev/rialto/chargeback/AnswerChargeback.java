package dev.rialto.chargeback;

import dev.rialto.kernel.Violations;
import java.util.Locale;
import java.util.UUID;

/**
 * What the mall says to a case.
 *
 * @param note why, for the audit and those who come later
 * @param version of the case that was read
 */
public record AnswerChargeback(UUID chargebackId, Answer answer, String note, long version) {

    /** Give in, or show evidence. */
    public enum Answer {
        ACCEPT,
        CONTEST;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    void check() {
        new Violations().text("note", note, 1000).raise(ChargebackError.CHARGEBACK_INVALID);
    }
}
