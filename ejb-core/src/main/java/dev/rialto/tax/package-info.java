/**
 * What the state takes of a sale: rates by class, country and region, each for its time, and the tax of a line.
 *
 * <ol>
 *   <li>Rates are basis points, amounts whole minor units, rounded half up once per line.
 *   <li>A region's own rate goes before the country's; a class without a rate is not taxed.
 *   <li>A rate is never changed: another one follows from a day on, and the audit shows both.
 * </ol>
 *
 * <p>May call: platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.tax;
