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
 *   <li>A forgotten password is replaced through a mailed link that opens once within 30 minutes, or avoided by a mailed code
 *       of six digits; both are kept as hashes, and what is answered never tells whether an address has an account.
 *   <li>Joining with an address that has an account is refused in words that fit other reasons too; the owner of the account
 *       is told by mail, and whoever asks too often is told to wait.
 *   <li>Nobody is erased while his orders are not finished. Domains that keep something about a person observe
 *       {@link dev.rialto.membership.PersonalData} and {@link dev.rialto.membership.MemberErased}.
 *   <li>One mechanism authenticates every request of the EAR.
 * </ol>
 *
 * <p>May call: seller, message, platform, kernel. Announces {@link dev.rialto.membership.SignedInEvent},
 * {@link dev.rialto.membership.PersonalData} and {@link dev.rialto.membership.MemberErased}.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.membership;
