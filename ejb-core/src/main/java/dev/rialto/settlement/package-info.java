/**
 * What sellers get, period by period: the terms, the closing of a period, statements with every line explained, and how
 * they agree with the books.
 *
 * <ol>
 *   <li>Periods follow each other without a gap; one is closed when it is over and the one before is closed.
 *   <li>A seller gets one statement per site where it sold, period and currency, whatever is killed, started twice or run
 *       again; it is written with all its lines in one transaction and never changed (A31).
 *   <li>A statement has every transfer before the period's end that no earlier one has. So a refund after closing falls
 *       into the next period and names the statement that has its sale; a debt is carried over.
 *   <li>A part of what a period brings may be kept in reserve; the first statement after its day lets it go.
 *   <li>Opening balance and lines sum to the closing balance, which is the payable balance of the books.
 *   <li>Every line of a sale names the commission rules, their rates and what they were counted from.
 * </ol>
 *
 * <p>May call: ledger, seller, platform, kernel. Out of scope: payouts.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.settlement;
