/**
 * The demo mall. When {@code rialto.demo.folder} names it and the mall is empty, it is loaded through the boundaries
 * while the application starts, so that the first page shows a mall that sells.
 *
 * <ol>
 *   <li>A mall that has a seller already is left alone.
 *   <li>A load that was broken off goes on with the next start; nothing is made twice.
 *   <li>How far it is stands in {@code job_run} as {@code load-demo}.
 * </ol>
 *
 * <p>May call: the boundaries of ejb-core.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.jobs.demo;
