/**
 * Own domains of storefronts: from the wish for one, over its proof, to its end; and for which hosts a proxy may get a
 * certificate.
 *
 * <ol>
 *   <li>A domain answers once its owner proved it, by a TXT record or by a file, whichever the seller chose (A7).
 *   <li>Never a domain: a public suffix, a host of the mall, a name under another seller's domain, a name that is alive
 *       elsewhere (A8).
 *   <li>Names are kept and shown in ASCII; what was typed in any script is turned into that.
 *   <li>A proof is looked at every day. When it is gone the seller is told, and a week later the domain stops; whoever
 *       wants it then proves it anew.
 *   <li>A wish that is not proved within a week is over, so that nobody keeps a name from its owner.
 *   <li>The outside is asked outside any transaction, over addresses that were checked.
 * </ol>
 *
 * <p>May call: seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.hosting;
