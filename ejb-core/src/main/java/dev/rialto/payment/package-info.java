/**
 * Money that comes in and goes back: card payments through a gateway, bank deposits and refunds.
 *
 * <ol>
 *   <li>An attempt is committed before the gateway is called, and no transaction is open during the call.
 *   <li>A call whose answer is lost is <em>unknown</em>, never failed: it is asked again by its request id.
 *   <li>One approval pays one order, once; return page and call-back race for it (D12, D49).
 *   <li>An approval nobody waits for any more is voided.
 *   <li>A card number never reaches this program (D13, D47); of the gateway's answer the transaction number, result and
 *       time are kept (D11).
 *   <li>A refund is written down and its amount set aside before the gateway is asked, and booked once it is done.
 *   <li>Amounts are whole minor units.
 * </ol>
 *
 * <p>May call: capture, ledger, platform, kernel. Out of scope: the order and its states, payouts.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.payment;
