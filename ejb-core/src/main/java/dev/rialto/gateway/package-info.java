/**
 * What the gateway keeps about calls: the log of every call, and the promise that an effect happens once.
 *
 * <ol>
 *   <li>A call is logged without a statement on the request path, with ids and plain choices: no words of people, no
 *       secret, no SQL (A14, A35).
 *   <li>A seller sees the calls of its own programs, the mall sees all.
 *   <li>What carries an idempotency key acts at most once; the claim stands in the effect's own transaction.
 * </ol>
 *
 * <p>May call: platform, kernel, seller (permissions).
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.gateway;
