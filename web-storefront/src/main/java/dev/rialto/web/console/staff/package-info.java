/** Who works here and what they may do. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.staff;
