/** Who did what, when and why. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.audit;
