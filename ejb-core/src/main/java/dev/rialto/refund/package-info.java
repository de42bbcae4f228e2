/**
 * What is owed back to buyers: of cancelled parts, returns, price differences and as goodwill.
 *
 * <ol>
 *   <li>A refund is owed in the transaction of what causes it, and paid after that has committed; what fails is tried
 *       again.
 *   <li>What is owed of a part never passes its total, and of a payment never what was paid.
 *   <li>A card gets it through the gateway. What came by bank transfer goes back by hand, with who and why; the books
 *       follow then.
 *   <li>Each is asked for under one request id, so that it is paid once.
 *   <li>What staff ask for beyond a limit waits for a second person with the permission, who sees who asked, why, and
 *       what had gone back before and will have after; nobody lets their own request go. The others are told by mail.
 *       Operators set the limit; {@code rialto.refund.alone} counts until they do.
 * </ol>
 *
 * <p>May call: payment, message, membership, seller, platform, kernel. News: {@link dev.rialto.refund.RefundMade},
 * {@link dev.rialto.refund.RefundApproved}.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.refund;
