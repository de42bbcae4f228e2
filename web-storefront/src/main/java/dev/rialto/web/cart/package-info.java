/**
 * The cart, grouped by seller (D41–D44).
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.cart;
