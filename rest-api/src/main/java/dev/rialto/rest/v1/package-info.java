/** Version 1 of the partner contract: what the gateway reads out of the mall, in records of its own. */
@org.jspecify.annotations.NullMarked
package dev.rialto.rest.v1;
