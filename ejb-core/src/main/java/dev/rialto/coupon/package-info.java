/**
 * Coupons: what a seller takes off on its own storefront, or the mall on its front.
 *
 * <ol>
 *   <li>A coupon belongs to one site; anywhere else it is refused with the reason (A37). Whoever issues it bears it.
 *   <li>An order has one coupon at most: the one of the code that was typed, else the best of those that apply by
 *       themselves. It comes after the site's rate and before delivery and tax.
 *   <li>What it takes off is shared among the lines it is for, so that no unit is lost, and never exceeds a line.
 *   <li>A checkout holds a use, under the coupon's row, so that a limit is never passed; the order keeps it, and it is let
 *       go when the checkout runs out, or the order is called off or lapses.
 *   <li>Shoppers learn of a coupon only by its code, or when it applies by itself.
 * </ol>
 *
 * <p>May call: seller (permissions, sites), platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.coupon;
