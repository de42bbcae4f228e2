/**
 * The cards that members let a payment gateway keep, so that they need not be typed again.
 *
 * <ol>
 *   <li>The gateway's own page asks for the consent and keeps the number; the mall hears a token, the brand, the last four
 *       digits and the expiry (D13). The token pays nothing but at the gateway's page, before its payer's eyes.
 *   <li>Which member an open payment offers it to is known until the payment is over, and then no more (A28).
 *   <li>A card that its member removes is gone from the mall at once and from the gateway as soon as it answers.
 *   <li>Guests keep no cards, nor do buyers on sellers' own servers, where there is no page to remove them on.
 *   <li>A member's cards go with the person.
 * </ol>
 *
 * <p>May call: payment, membership, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.savedcard;
