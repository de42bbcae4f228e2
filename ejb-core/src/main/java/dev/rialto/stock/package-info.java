/**
 * How much there is: stock per variant and place, what checkouts hold of it, and every movement.
 *
 * <ol>
 *   <li>Mall and storefronts share one stock; the last unit is sold once (A33). {@code available = on hand - held} is
 *       computed by the database, which refuses less than nothing.
 *   <li>On hand is the sum of the movements; a movement is never changed. Present and sold together are what was
 *       received (D88).
 *   <li>A checkout holds all its lines or none, until an instant; what has lapsed is given back as a whole.
 *   <li>Sales leave the seller's default place.
 *   <li>Whatever moves stock takes one statement, however many lines it has.
 *   <li>A count corrects by what was found to differ from the books when it was counted; a sheet is booked once.
 *   <li>A variant runs low when no more can be sold than its line says; the seller is mailed once for each time that what
 *       is there comes down to it.
 * </ol>
 *
 * <p>May call: message, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.stock;
