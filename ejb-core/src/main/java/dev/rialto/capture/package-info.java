/**
 * Authorised money, part by part: what of a payment pays which part of its order, and what of it was taken or released.
 *
 * <ol>
 *   <li>The shares of a payment sum to its amount; of each share, what was taken and released never passes it.
 *   <li>A shipment asks for its goods, the first one for the delivery too, and the last one for all that is left of the
 *       part: the sums are exact in every currency.
 *   <li>A capture is written down in the transaction of the shipment and made after it; a lost answer is asked again
 *       under the same request id.
 *   <li>What is called off before it was taken is released, and nothing has to be sent back for it.
 *   <li>A refused capture frees its share again and waits for a person.
 * </ol>
 *
 * <p>May call: seller, platform, kernel. Out of scope: the calls of the gateway.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.capture;
