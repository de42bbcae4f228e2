package dev.rialto.virtualaccount;

import dev.rialto.payment.PaymentGateway.AccountAnswer;
import java.time.LocalDate;
import java.util.UUID;

/**
 * An opened account becomes the deposit of an order.
 *
 * @param dueOn last day, in the mall's zone
 */
public record AssignAccount(UUID paymentId, UUID orderId, AccountAnswer.Issued account, LocalDate dueOn) {}
