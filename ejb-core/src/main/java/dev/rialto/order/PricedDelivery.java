package dev.rialto.order;

import java.util.UUID;

/**
 * The delivery of one seller with its final price, in minor units.
 *
 * @param methodId the delivery method it was priced by
 * @param tax inside the amount or on top of it
 */
public record PricedDelivery(UUID tenantId, UUID methodId, String name, long amount, int taxBp, long tax) {}
