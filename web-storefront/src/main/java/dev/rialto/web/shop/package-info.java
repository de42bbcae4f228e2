/**
 * The frame of the shopper pages: which page answers which address, in which language, and how it is shown.
 *
 * <p>Facelets render, plain forms post. There is no HTTP session: what must be kept is a row behind a cookie's token.
 * Equal data gives equal bytes, so that entity tags work.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.shop;
