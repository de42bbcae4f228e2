/**
 * A site's look: tokens become a stylesheet, layout blocks become page sections (A9).
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.theme;
