/**
 * Measures a {@code rialto.jar} in a process of its own: requests per second, waiting times, processor time and statements
 * per request, against a constant answer of the same server, and whole checkouts against the bare work they need.
 *
 * <ol>
 *   <li>The mall is made for it: 20 storefronts with 500 goods each, filled by SQL.
 *   <li>Nothing counts before the rate is level; then all workloads take turns, five times, and the median counts.
 *   <li>One answer that is not what it should be ends the run.
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.benchmark;
