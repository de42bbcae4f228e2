/** The door of the console: signing in and out, choosing whose console it is. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.access;
