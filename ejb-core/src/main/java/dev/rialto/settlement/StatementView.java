package dev.rialto.settlement;

import dev.rialto.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A statement; amounts in minor units of its currency, above zero when the seller gets them.
 *
 * @param number as people call it
 * @param untilOn the first day after its period
 * @param opening carried over from the statement before
 * @param goods sold without tax, less what went back
 * @param delivery fees without tax
 * @param tax on goods and delivery
 * @param commission the mall's, below zero
 * @param feeTax tax on the commission, below zero
 * @param handling the site's, below zero
 * @param other corrections and chargebacks
 * @param paidOut sent to the bank, below zero, with what came back
 * @param reserve kept, below zero, with what was let go
 * @param closing opening and all the others
 * @param releaseOn the day on which its own reserve is let go
 * @param lines how many
 */
public record StatementView(
        UUID id,
        String number,
        LocalDate fromOn,
        LocalDate untilOn,
        UUID tenantId,
        String sellerName,
        @Nullable String legalName,
        @Nullable String registrationNumber,
        @Nullable String address,
        UUID siteId,
        String siteName,
        String currency,
        long opening,
        long goods,
        long delivery,
        long tax,
        long commission,
        long feeTax,
        long handling,
        long other,
        long paidOut,
        long reserve,
        long closing,
        LocalDate releaseOn,
        int lines) {

    /** Its last day. */
    public LocalDate lastOn() {
        return untilOn.minusDays(1);
    }

    public Money closingBalance() {
        return new Money(closing, currency);
    }
}
