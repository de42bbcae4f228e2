/**
 * Papers of the mall as PDF: the tax invoice of one seller's part of an order, statements of sales, and
 * settlement statements.
 *
 * <ol>
 *   <li>Figures are the order's own, frozen when it was made; what has gone back since is shown beside them.
 *   <li>Texts in all four languages are readable: the font named by the settings, or found on the machine, is embedded as
 *       far as it is used. Without one, the reader's own fonts for Korean, Japanese and Chinese are asked for.
 *   <li>Buyers get it by account, cookie or the key in the mail; staff by the permission to see orders; an order that was
 *       not paid has none.
 *   <li>A statement has the rows and the grand total of the page it was asked from (D93).
 *   <li>A settlement statement has the sums, the rules and every line of the stored one.
 * </ol>
 *
 * <p>May call: order, sales, settlement, seller, message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.document;
