/**
 * Cards of channels sold in the shop, through the checkout that everything else goes through.
 *
 * <ol>
 *   <li>Goods of kind card are a variant whose pieces are cards that the channel has set aside; offering them moves both
 *       counts together.
 *   <li>The order writes down in its own transaction which cards it sold; a worker makes their codes once it is paid (E20).
 *   <li>A code is shown to its buyer on click, which is kept with the code, and mailed, sealed until the mail leaves.
 *   <li>Where the buyer gave an account, the recharge runs by itself under the sale's id; when it fails, the code is
 *       delivered instead (E38).
 *   <li>An order that is called off takes its codes with it; one whose code is used, or being used, is not called off.
 * </ol>
 *
 * <p>May call: order, fulfilment, recharge, channel, stock, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.cardsale;
