/**
 * Orders: what was bought, from whom, by whom, and what became of it.
 *
 * <ol>
 *   <li>An order is the mall's; each seller's part is a sub-order with its own delivery, tax, state and number.
 *   <li>All its figures are frozen when it is made; totals are sums of its lines (D45, A26).
 *   <li>A card order is paid when it is made; a deposit order waits, ships only once the money came, and lapses after its
 *       due date, which frees its stock (D51, D54, D80).
 *   <li>A sale is booked, and stock leaves, in the transaction that makes the order paid.
 *   <li>Personal data stands in {@code purchase_contact} and mails alone; the order carries a pseudonym.
 *   <li>Every change of state is an event with time and account (D84); buyers see it by account, cookie or the key in the
 *       mail.
 * </ol>
 *
 * <p>May call: fulfilment, capture, payment, ledger, goods, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.order;
