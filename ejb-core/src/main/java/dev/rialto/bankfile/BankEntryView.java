package dev.rialto.bankfile;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A credit and what is to be done with it.
 *
 * @param orderNumber the order it seems to be for
 * @param due what that order waits for
 * @param back what of it goes back to the payer
 * @param note what staff said
 */
public record BankEntryView(
        UUID id,
        UUID fileId,
        int number,
        LocalDate bookedOn,
        Money amount,
        String payer,
        String message,
        BankEntryState state,
        @Nullable UUID orderId,
        @Nullable String orderNumber,
        @Nullable Money due,
        Money back,
        @Nullable String note,
        @Nullable UUID handledBy,
        @Nullable Instant handledAt,
        long version) {}
