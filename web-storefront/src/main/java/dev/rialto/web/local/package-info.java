/**
 * The ports, answered by the boundaries of this process.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.local;
