/**
 * Money sent to sellers: prepared by one person, approved by another, written as a file for the bank, and what the bank
 * sends back.
 *
 * <ol>
 *   <li>A run pays what is settled and not paid out, one payout per seller, all its sites together; a seller whose debt is
 *       larger gets none.
 *   <li>A seller whose papers are not accepted is left out, and told why.
 *   <li>Whoever prepared a run does not approve it. Approval books it; a cancelled run books nothing.
 *   <li>The bank's file is ISO 20022 pain.001.001.09, the same however often it is fetched.
 *   <li>A payout that comes back is the seller's balance again, with the reason; the next statement has it.
 * </ol>
 *
 * <p>May call: ledger, verification, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.payout;
