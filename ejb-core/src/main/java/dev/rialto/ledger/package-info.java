/**
 * The double-entry books of the mall: who is owed what.
 *
 * <ol>
 *   <li>A transfer's entries sum to zero per currency; the database refuses another one.
 *   <li>Transfers are appended, never changed; a balance is a sum.
 *   <li>A sale credits seller, site and mall, delivery and tax in one transfer; the seller's share is the remainder, so
 *       that the shares sum to what was paid.
 *   <li>The mall's share is kept line by line with the rule, the basis and the rate; tax on it has an account of its own.
 *   <li>What a dearer replacement brought in is a transfer of its own, shared like the sale.
 *   <li>A refund posts the mirror of the sale, in proportion; refunds that sum to the whole mirror it to the last unit.
 *   <li>A statement moves what is owed of sales to what is payable, per seller and site, less what is kept in reserve.
 *   <li>Debits are above zero, credits below.
 * </ol>
 *
 * <p>May call: platform, kernel. Out of scope: what is on statements and in payouts.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.ledger;
