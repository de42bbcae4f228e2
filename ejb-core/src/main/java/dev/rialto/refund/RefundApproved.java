package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import java.util.UUID;

/** News, within the transaction of it: a second person let a refund go. */
public record RefundApproved(
        Caller caller, UUID owedId, UUID orderId, UUID subOrderId, RefundKind kind, Money amount, String reason) {}
