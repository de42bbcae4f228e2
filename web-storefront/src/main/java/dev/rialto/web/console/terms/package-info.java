/** The mall's terms for sellers: published by operators, accepted by sellers. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.terms;
