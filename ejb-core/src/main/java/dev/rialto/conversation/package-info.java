/**
 * What buyer and seller say to each other about an order, and the disputes that the mall decides.
 *
 * <ol>
 *   <li>One conversation per sub-order: its buyer, its seller and, for good order, the mall. Nobody else sees it; the
 *       database refuses.
 *   <li>Text only, at most 2,000 characters, without control characters and without anything that looks like a card number.
 *   <li>Nothing said is changed or deleted, but for the words of who was erased; a decision's reason stays. The reason of a dispute and of a decision are messages, with who and when.
 *   <li>A seller's answer is due within 24 hours of the first message that waits for one.
 *   <li>Each burst of messages is mailed once to the other side, with a link; the mail does not repeat what was said.
 *   <li>Buyer or seller may bring it before the mall, whose operators are mailed; the mall decides for one of them with a reason, and that ends it.
 * </ol>
 *
 * <p>May call: fulfilment, membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.conversation;
