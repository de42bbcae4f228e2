/**
 * The seller's own look, read from a folder of data: tokens, stylesheet, logo, name and slogan. No template and no script
 * is ever read from it; whatever does not fit is named and left out.
 *
 * <p>May call: start.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.node.theme;
