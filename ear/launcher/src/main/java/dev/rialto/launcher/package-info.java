/**
 * {@code rialto.jar}: brings its own database, server and application, and runs them as processes of its own.
 *
 * <ol>
 *   <li>Everything it keeps lies in one data folder, which it claims by a marker and holds by a lock.
 *   <li>What a start cannot do is one clear line and an exit status other than 0 ({@link dev.rialto.launcher.StartFailure}).
 *   <li>It leaves no process behind when it ends; what a kill left is found and ended by the next start.
 * </ol>
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.launcher;
