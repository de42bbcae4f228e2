/**
 * This mall as OpenID Connect provider of its staff: they sign in here, with their second factor, and other systems, such
 * as the console of a partner's Rialto, take our word for it.
 *
 * <ol>
 *   <li>A relying party belongs to the mall or to one seller, names the roles that are let in, and gets only the groups
 *       of that place. Its secret is shown once and kept as a hash.
 *   <li>Authorization code with PKCE (S256) and nothing else; only registered addresses are gone back to. A code counts
 *       once, for a minute; used twice, it takes the token along.
 *   <li>An ID token tells one audience, for five minutes, who somebody is, by which groups, when they signed in and with
 *       how many factors; it is signed ES256 with the keys published for the gateway's tokens.
 *   <li>A role that is gone, a party that is off, a sign-in older than was asked for: each is refused at every step.
 *   <li>The console's address is told only to whoever names a registered party (D16).
 * </ol>
 *
 * <p>May call: credential, seller, membership, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.openid;
