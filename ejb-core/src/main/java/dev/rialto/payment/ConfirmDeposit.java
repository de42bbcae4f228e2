package dev.rialto.payment;

import dev.rialto.kernel.Money;
import java.util.UUID;

/**
 * Money seen in the bank account.
 *
 * @param amount what came; it must be what is due
 * @param reason what staff saw, e.g. the line of the bank's statement
 */
public record ConfirmDeposit(UUID paymentId, Money amount, String reason) {}
