/**
 * Chargebacks: a buyer's bank takes the money of a card payment back, and the mall accepts it or contests it with
 * evidence until a date.
 *
 * <ol>
 *   <li>A case is opened and ended by the gateway's signed news; told twice it is opened once. What was not told is asked
 *       for.
 *   <li>The books hold the amount while the case is open. Lost or accepted, the sale is mirrored, so that seller, site and
 *       mall give back their shares; won, the hold is taken back.
 *   <li>What a bank holds or has taken is not refunded a second time.
 *   <li>Evidence is order, shipment and conversation as they stand, and files; it can be added until the case is answered.
 *   <li>An answer is written down before the gateway hears of it, and told until it has heard.
 * </ol>
 *
 * <p>May call: payment, ledger, picture, seller, storage, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.chargeback;
