/**
 * From the cart to the paid order.
 *
 * <ol>
 *   <li>A cart belongs to one site and to the browser's token or the account; at sign-in the two are joined (D41).
 *   <li>Prices, delivery and tax are computed here and nowhere else; nothing of it is taken from the client (A26).
 *   <li>What was typed is kept, errors and all, until the order is made (D45).
 *   <li>Pricing freezes lines, delivery and tax under a fingerprint and holds the stock. Paying repeats the fingerprint; when
 *       anything that was frozen is no longer so, the new price is shown and nothing is charged.
 *   <li>The order is made in the one transaction that takes the payment's approval. Return page and call-back may both come,
 *       in any order and at once: one order. An approval whose stock is gone is voided, and the shopper told (A33, D49).
 *   <li>No outside call happens within a transaction.
 * </ol>
 *
 * <p>May call: audience, coupon, order, fulfilment, payment, virtualaccount, goods, membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.checkout;
