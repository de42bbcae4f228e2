/** Carts, checkout, orders and returns of shoppers, in records of the partner contract. */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest.v1.buying;
