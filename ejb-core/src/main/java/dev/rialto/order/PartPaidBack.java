package dev.rialto.order;

import dev.rialto.kernel.Caller;
import java.util.UUID;

/** News, within the transaction whose goodwill leaves nothing paid of a part that stands; who cannot allow it refuses. */
public record PartPaidBack(Caller caller, UUID orderId, UUID subOrderId) {}
