/**
 * What search engines, price portals and other programs of the web read of a shop: its goods by address, with what they
 * cost.
 *
 * <ol>
 *   <li>Only goods on the shelf of the site itself; nothing of sandboxes.
 *   <li>Goods are at home in their seller's own storefront when it shows all of them, else in the mall; a site map lists
 *       goods where they are at home.
 *   <li>A name that goods had in addresses leads on to the present one and is never given away.
 *   <li>Many goods are read in pages, each a transaction of its own, so that a slow reader holds nothing.
 * </ol>
 *
 * <p>May call: goods, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.finding;
