/**
 * What the first page of the console needs to know of all domains: what waits, and how far a new seller has come.
 *
 * <ol>
 *   <li>One statement, whatever it counts; counting stops at a bound.
 *   <li>It reads only, as the caller: a seller's numbers are its own.
 * </ol>
 *
 * <p>May call: platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.overview;
