/**
 * What system tests stand on. {@link dev.rialto.system.Mall#running()} is one {@code rialto.jar} for the whole run, in a
 * process, data folder and ports of its own; {@link dev.rialto.system.Rialto} starts others for tests of the start
 * itself.
 */
package dev.rialto.system;
