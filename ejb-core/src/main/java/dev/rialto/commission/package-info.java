/**
 * What the mall keeps of sales: the rules, which of them holds for a sale, and what comes of it.
 *
 * <ol>
 *   <li>A rule is for one seller or all, one storefront or all, one category (with all below it) or all, and for its days.
 *   <li>The most particular rule holds: seller before storefront before category. Where none fits, the seller's own rate
 *       does.
 *   <li>The fee of a line is the rate on its price without tax, plus the fixed part, not below the floor and not above the
 *       cap; with its own tax it is never more than the price.
 *   <li>Two rules for the same sales do not hold on the same day. A rule is ended, never changed: what was sold under it
 *       names it.
 * </ol>
 *
 * <p>May call: ledger, seller, platform, kernel. Out of scope: statements, which are settlement's.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.commission;
