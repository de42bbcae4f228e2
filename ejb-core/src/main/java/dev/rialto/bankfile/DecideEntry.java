package dev.rialto.bankfile;

import dev.rialto.kernel.Violations;
import java.util.UUID;

/**
 * What staff decide about a credit.
 *
 * @param orderNumber the order to book it to; empty where none is needed
 * @param reason who reads it later should understand it
 * @param version of the entry that was read
 */
public record DecideEntry(UUID entryId, String orderNumber, String reason, long version) {
    public DecideEntry {
        orderNumber = orderNumber.strip();
        reason = reason.strip();
    }

    void check() {
        new Violations().text("reason", reason, 500).raise(BankFileError.ENTRY_INVALID);
    }
}
