package dev.rialto.refund;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import java.util.UUID;

/** News, within the transaction that settles it: money has gone back to a buyer. */
public record RefundMade(Caller caller, UUID owedId, UUID orderId, UUID subOrderId, RefundKind kind, Money amount) {}
