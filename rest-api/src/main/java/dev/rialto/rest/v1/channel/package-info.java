/** What programs of channels read and tell, in records of the partner contract; never a code itself (E13, E30, E35). */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest.v1.channel;
