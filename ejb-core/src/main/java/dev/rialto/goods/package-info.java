/**
 * What the mall sells: categories, goods with their variants, prices and pictures, the shelf shoppers look at, and
 * search.
 *
 * <ol>
 *   <li>One record of goods serves the mall and every storefront (A11, A22).
 *   <li>A price is listed per variant and currency. A storefront's rate replaces the mall's (A24, A25).
 *   <li>Only goods on sale of active sellers stand on the shelf; the database puts them there and takes them off.
 *   <li>A list, a product page and a search take two statements at most; facets are matched on one variant.
 *   <li>Descriptions are cleaned when stored. Pictures are measured before they are decoded, and always re-encoded.
 *   <li>Categories have two levels; goods stand in the second (D64).
 * </ol>
 *
 * <p>May call: stock, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.goods;
