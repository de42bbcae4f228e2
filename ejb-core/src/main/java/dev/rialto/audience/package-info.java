/**
 * Who the members are and how to speak to them: lists by what they say about themselves, best customers, anniversaries,
 * segments (D68 to D77).
 *
 * <ol>
 *   <li>Gender, birth date, wedding day, region and occupation are optional. "Not given" is counted as a value of its own,
 *       so that the parts of a division always add up to all members (D69 to D72).
 *   <li>An operator sees all members; a seller those who joined at his storefronts, with his own parts of their orders
 *       (A28, A30). Best customers, anniversaries and segments are the mall's.
 *   <li>Purchases count when they are paid, less what was refunded; currencies are never added up (D74, D75).
 *   <li>A 29 February is kept on 28 February in years without one (D76).
 *   <li>Greetings and news go only to whoever agreed to marketing, each greeting once a year, in the member's language, with
 *       a way out that works without signing in (D77).
 * </ol>
 *
 * <p>May call: order, membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.audience;
