/** The process in which Payara Micro runs the application; its parent is the launcher, which it does not outlive. */
@org.jspecify.annotations.NullMarked
package dev.rialto.launcher.server;
