/**
 * The double-entry books of the mall: who is owed what.
 *
 * <ol>
 *   <li>A transfer's entries sum to zero per currency; the database refuses another one.
 *   <li>Transfers are appended, never changed; a balance is a sum.
 *   <li>A sale credits seller, site and mall, delivery and tax in one transfer; the seller's share is the remainder, so
 *       that the shares sum to what was paid.
 *   <li>A refund posts the mirror of the sale, in proportion; refunds that sum to the whole mirror it to the last unit.
 *   <li>Debits are above zero, credits below.
 * </ol>
 *
 * <p>May call: platform, kernel. Out of scope: payouts and statements, which read the balances.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.ledger;
