package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An order that will be paid by bank transfer.
 *
 * @param bankAccountId the account the shopper chose
 * @param dueOn last day, in the mall's zone
 */
public record OpenDeposit(
        UUID checkoutId, UUID siteId, UUID orderId, Money amount, UUID bankAccountId, LocalDate dueOn) {}
