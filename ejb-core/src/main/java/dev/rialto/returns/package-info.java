/**
 * What comes back: withdrawal, faulty goods and exchange, from the buyer's request to money or replacement.
 *
 * <ol>
 *   <li>Buyers ask by account or by the key in the mail, for pieces that were shipped and are not on a return yet (D81).
 *   <li>A withdrawal needs no fault and is possible for the settings' days after delivery; a fault for longer.
 *   <li>Requested, approved or refused, received, inspected, then refunded, exchanged or closed; every step has who, when
 *       and why and is mailed.
 *   <li>Inspection says how many pieces are accepted, and of these how many go back on the shelf; stock moves then.
 *   <li>Given back are line, tax and delivery in proportion; all of a part gives back its total to the last unit, and
 *       never more than was paid.
 *   <li>An exchange replaces a piece by another variant of the same goods. What it costs less goes back; what it costs
 *       more the buyer pays by card before it ships, booked as a sale of its own, under the mall's rule of that day and on the
 *       part's invoice. The replacement's stock leaves when it ships (D82).
 *   <li>As long as nothing has come, buyer and staff may call a return off; its pieces may come back anew.
 *   <li>A stale version is refused: of two who act at once, one wins.
 * </ol>
 *
 * <p>May call: order, refund, payment, ledger, commission, stock, fulfilment, membership, seller, message, platform, kernel. Out of scope: returning a replacement.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.returns;
