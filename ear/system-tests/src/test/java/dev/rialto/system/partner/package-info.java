/** Two malls at once, each in a process of its own. */
@org.jspecify.annotations.NullMarked
package dev.rialto.system.partner;
