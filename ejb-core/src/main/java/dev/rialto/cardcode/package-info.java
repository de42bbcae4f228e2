/**
 * Recharge codes as a channel's stock: made by a job or handed over by a provider, exported once, printed as labels, listed,
 * taken out of use.
 *
 * <ol>
 *   <li>A batch never has more codes than the channel has cards; chunks are stored in the transaction that counts them, so
 *       that a batch which was cut off goes on where it was.
 *   <li>A batch can be read with its own key until its export is confirmed; then the key is destroyed.
 * </ol>
 *
 * <p>May call: recharge, channel, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.cardcode;
