package dev.rialto.ledger;

import java.util.UUID;

/**
 * What a buyer paid by card for a dearer replacement, for the books.
 *
 * @param paymentId the payment; what goes back of it is mirrored under it
 * @param sold the difference, as if it had been sold by itself
 */
public record ExchangeSale(UUID orderId, UUID paymentId, SubOrderSale sold) {}
