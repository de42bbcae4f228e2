/**
 * How goods reach the buyer: delivery methods of the sellers, what they cost, and the shipping of sub-orders.
 *
 * <ol>
 *   <li>A delivery price is looked up by country, region or weight and is free from an amount; a method without a price for
 *       the place, the weight or the currency is not offered.
 *   <li>A sub-order ships only when it is paid: card at once, deposit once it has arrived (D79, D80).
 *   <li>It may ship in parts; a line never ships beyond its quantity.
 *   <li>Where money is taken as parts ship, a shipment asks for its share of it.
 *   <li>Every shipment is mailed with its lines and tracking number (D83); every change of state is an event with time and
 *       account (D84).
 *   <li>A stale version is refused, so that two members of staff never ship the same goods twice.
 * </ol>
 *
 * <p>May call: capture, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.fulfilment;
