/**
 * What members would like to have, and who wants to be told when something sold out can be had again.
 *
 * <ol>
 *   <li>A wish list is its member's alone, one for each site; nothing of it is shown to anybody else.
 *   <li>It shows today's price with the prior lowest one, and whether the goods can be had; goods no longer on sale stay on
 *       it by name.
 *   <li>Members are told of a sold-out variant at their account's address, guests at one that they confirmed by a mailed
 *       link within two days.
 *   <li>One wish to be told is one mail, and then it is over (D89). Every such mail has a way out that needs no sign-in.
 *   <li>A member's wishes go with the person.
 * </ol>
 *
 * <p>May call: goods, membership, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.wish;
