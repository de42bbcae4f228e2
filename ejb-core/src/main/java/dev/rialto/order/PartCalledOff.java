package dev.rialto.order;

import dev.rialto.kernel.Caller;
import java.util.UUID;

/** News, within the transaction that calls a seller's part of an order off; who cannot allow it refuses. */
public record PartCalledOff(Caller caller, UUID orderId, UUID subOrderId) {}
