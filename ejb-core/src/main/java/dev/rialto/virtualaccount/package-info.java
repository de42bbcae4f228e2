/**
 * Virtual accounts: a deposit goes into an account that the gateway opened for this one order, so that nobody has to look
 * for it in the bank's files.
 *
 * <ol>
 *   <li>The wish is written down before the gateway is asked; a lost answer is asked again by its request id and gives the
 *       same account.
 *   <li>The order is made when the account is known, and waits for its deposit like any other: due date, lapse, hold.
 *   <li>An account is closed at the gateway when its order lapsed, was called off, or never came to be.
 * </ol>
 *
 * <p>May call: payment, message, platform, kernel. What comes into an account is the bank files' matter.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.virtualaccount;
