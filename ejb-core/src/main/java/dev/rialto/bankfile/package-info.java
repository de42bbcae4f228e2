/**
 * Deposits from the bank's own files: CAMT.053 statements and tables (CSV) whose columns staff name once.
 *
 * <ol>
 *   <li>Only credits that the bank has booked count; each is kept once, however many files it stands in, and the same file
 *       is refused.
 *   <li>A credit belongs to the order whose number stands in its text. It is matched when it is what is due; else it is
 *       short, over, double, late or unmatched, and staff decide: book it to an order, send it back, or leave it, with who
 *       and why.
 *   <li>Nothing of a file is booked before staff have seen the list (D80). What a gateway tells of an account that was opened
 *       for one order is listed likewise, and booked at once when it is what is due.
 *   <li>A file with a line that cannot be read is refused as a whole, naming the lines.
 *   <li>XML is read as a stream without document types or external entities.
 * </ol>
 *
 * <p>May call: order, payment, membership, seller, platform, kernel. Money that belongs to no order is listed here and not in the
 * ledger.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.bankfile;
