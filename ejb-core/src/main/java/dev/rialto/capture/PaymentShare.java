package dev.rialto.capture;

import dev.rialto.kernel.Money;
import java.util.UUID;

/**
 * What of a payment pays one part of its order.
 *
 * @param tenantId the seller of the part
 * @param amount above zero
 */
public record PaymentShare(UUID subOrderId, UUID tenantId, Money amount) {}
