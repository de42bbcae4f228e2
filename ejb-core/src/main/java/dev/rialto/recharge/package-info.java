/**
 * Recharge codes: kept and redeemed; the providers that recharge accounts.
 *
 * <ol>
 *   <li>A code is 130 random bits with a check symbol. The database keeps its HMAC under a pepper that is elsewhere (E33).
 *   <li>States move as {@link dev.rialto.recharge.CodeState} says; every change is an event that stays (E34).
 *   <li>A request is qualified in a fixed order: verification code, code, its owner, its state, the account's form (E21).
 *       Strangers hear one answer for every wrong code; the reason is in the log (E12, E23).
 *   <li>Only then code and card are held, in one statement (E22, E24, E25), and the provider is called outside any
 *       transaction, under the request's id (E26). Success uses the code, failure lets it go (E27, E28).
 *   <li>A lost answer is unknown, and asked again until the provider has one (E29).
 *   <li>What is said to a provider and heard from it is signed (E37).
 *   <li>A redemption takes at most six statements, however many ask at once.
 * </ol>
 *
 * <p>May call: channel, message, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.recharge;
