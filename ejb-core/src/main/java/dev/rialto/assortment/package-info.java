/**
 * Care for many goods at once: changes that are shown before they are made, and the tree of categories.
 *
 * <ol>
 *   <li>A change of many goods is planned, shown and then made exactly as it was shown; when anything of it has changed
 *       meanwhile, nothing is made and the plan is shown anew.
 *   <li>Categories are moved and merged with their goods (D64).
 * </ol>
 *
 * <p>May call: goods, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.assortment;
