/**
 * Storefronts as their makers see them before shoppers do.
 *
 * <ol>
 *   <li>A draft is the newest saved look and the newest version of every page; only who runs the shop is given the way
 *       to see it, and that way ends after an hour (A9, A10).
 *   <li>Goods that are not on sale are shown as they would be, by putting them on the shelf and taking that back in one
 *       transaction (D60).
 * </ol>
 *
 * <p>May call: goods, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.design;
