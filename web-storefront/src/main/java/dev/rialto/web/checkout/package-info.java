/**
 * From the cart to the placed order (D38, D39, D45–D53).
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.checkout;
