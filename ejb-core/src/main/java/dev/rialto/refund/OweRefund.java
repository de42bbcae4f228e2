package dev.rialto.refund;

import dev.rialto.kernel.Money;
import java.util.UUID;

/**
 * A refund to owe for one part of a paid order.
 *
 * @param amount above zero
 * @param reason for books and staff
 */
public record OweRefund(UUID subOrderId, Money amount, RefundKind kind, String reason) {}
