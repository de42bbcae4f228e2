/**
 * What the shopper pages need from a mall: site, catalogue, cart, checkout, account, orders.
 *
 * <p>The records survive JSON: ids are opaque texts, amounts are minor units with their currency, times are instants.
 * Refusals are {@link dev.rialto.kernel.DomainException}s with a stable code.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.port;
