/**
 * Channels that sell cards of providers, and the cards they have.
 *
 * <ol>
 *   <li>A channel is a tenant of its own kind and a seller of the mall under the same id. It reads what its descendants
 *       own and writes its own alone; the database sees to both (E35).
 *   <li>A channel at the top buys cards from providers, at a cost, an invoice counting once (E16). One below buys from the
 *       channel above it at that channel's price (E18).
 *   <li>Stock is kept per channel and product: bought, passed on, withdrawn, listed, coded, used (E13). The database lets
 *       nobody have more codes than cards, nor use a card twice (E17, E25).
 *   <li>Every change of stock is a movement that stays.
 *   <li>How a provider is reached is data; its secrets are sealed under the master key (E15).
 * </ol>
 *
 * <p>May call: staff, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.channel;
