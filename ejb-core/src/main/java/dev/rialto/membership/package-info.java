/**
 * Accounts, the people behind them, where they joined, and how they sign in.
 *
 * <ol>
 *   <li>An account is (issuer, subject). Whoever joins at a site carries that site's mark for good (A23, A27, A28).
 *   <li>What identifies a person stands in {@code person} and in addresses alone; erasing them leaves orders and books
 *       whole.
 *   <li>Passwords are kept as Argon2id; common ones are refused.
 *   <li>Signing in gives a new token. An unknown address and a wrong password get one answer after the same work. Tries
 *       slow down per account and address, so that nobody can lock out somebody else (D22 to D24).
 *   <li>Sessions are rows behind an opaque cookie: 30 minutes idle for shoppers, 15 for staff; the cart outlives the
 *       sign-in. Staff sessions are apart from shopper sessions (D3).
 *   <li>One mechanism authenticates every request of the EAR.
 * </ol>
 *
 * <p>May call: seller, platform, kernel. Announces {@link dev.rialto.membership.SignedInEvent},
 * {@link dev.rialto.membership.PersonalData} and {@link dev.rialto.membership.MemberErased}.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.membership;
