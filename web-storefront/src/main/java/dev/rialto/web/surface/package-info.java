/**
 * What a process answers on which host, and what every answer carries.
 *
 * <ol>
 *   <li>A host that is nobody's gets 421 and no content; the console's pages exist on the console's host only (D16).
 *   <li>Every answer, errors and static files too, carries the security headers.
 *   <li>A post from another site is refused by Origin and Sec-Fetch-Site.
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.surface;
