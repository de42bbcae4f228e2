/**
 * What was sold: by period, seller, goods and site.
 *
 * <p>What counts as a sale is said here and nowhere else:
 *
 * <ol>
 *   <li>A sale is a part of an order that the ledger has booked: a card order when it is made, a deposit order when its
 *       money came. It counts on that day in the mall's zone. Orders that wait or lapse are never booked.
 *   <li>What went back (returns, partial refunds, orders called off) is deducted on the day the ledger booked the refund,
 *       never earlier: a month that is over does not change any more.
 *   <li>All views are sums over one table, {@code sale_entry}, which the database writes in the transaction that books the
 *       ledger's transfer. So they have one grand total: orders paid less money given back, as the ledger has it (D93).
 *   <li>Amounts are what the buyer pays, tax inside: {@code total = gross - discount + delivery - refunded}, and
 *       {@code net = total - tax}. Gross is the goods at list price. Currencies are never added up.
 *   <li>A refund for goods sent back counts for those lines, in the units that inspection accepted. Any other is spread
 *       over the goods of its part in proportion to what is left of each, the delivery taking the rest; units go back in
 *       the same proportion, in whole units.
 *   <li>A seller sees its own rows only; the mall sees all.
 * </ol>
 *
 * <p>May call: seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.sales;
