/** Coupons of a seller's storefront, or of the mall. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.coupon;
