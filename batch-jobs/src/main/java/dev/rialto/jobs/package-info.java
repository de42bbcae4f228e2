/**
 * Work in the background: tasks that recur, and jobs that somebody asked for.
 *
 * <ol>
 *   <li>Only a process that serves the worker surface does any of it.
 *   <li>Any number of processes may: work is claimed in the database, and each piece is done once.
 *   <li>A task that fails is logged and tried again at its next turn.
 * </ol>
 *
 * <p>May call: boundaries of the domains.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.jobs;
