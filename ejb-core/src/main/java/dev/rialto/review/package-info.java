/**
 * What members say about goods: reviews and questions, both remarks.
 *
 * <ol>
 *   <li>A review needs a line of the member's own orders of which something has been shipped; a line is reviewed once, and
 *       its author may change it.
 *   <li>Reviews are shown at once or after the mall has read them ({@code rialto.reviews.moderation}: after or before).
 *   <li>A question is shown when the seller has answered it. Seller and buyer hear of it by mail.
 *   <li>Anybody may report a remark; the mall hides it, or shows it again, with a reason.
 *   <li>Totals and the latest remarks stand beside the goods, so that lists and pages read them in their own statements.
 * </ol>
 *
 * <p>May call: membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.review;
