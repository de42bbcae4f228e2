/**
 * Notice and action: anybody can report goods, the mall decides, the seller is told why and can object.
 *
 * <ol>
 *   <li>A report names goods on sale, a reason and what is wrong; an address for the answer is optional, and the seller
 *       never sees it.
 *   <li>The mall leaves the goods or takes them off sale, with a statement of its reasons that is mailed to the seller.
 *   <li>Goods taken off stay off until the mall lets them back, whatever is done with them.
 *   <li>The seller may object once; the mall then confirms or lets the goods back, with a second statement.
 *   <li>Every step is in the audit with who, when and why.
 * </ol>
 *
 * <p>May call: membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.notice;
