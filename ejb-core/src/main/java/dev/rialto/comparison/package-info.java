/**
 * Days of providers compared with what is known here, line by line (E36).
 *
 * <ol>
 *   <li>A run of the job compares days of one provider, one day in one transaction; a provider has one run at a time.
 *   <li>Each day that is over is compared by itself; people ask for any days again.
 *   <li>A line is equal, ours only, theirs only, or says different things; all of them are kept.
 *   <li>What stands in the provider's day before or after is not ours only.
 *   <li>A provider that does not answer ends the run; days that are compared stay.
 * </ol>
 *
 * <p>May call: recharge, channel, seller, platform, kernel.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.comparison;
