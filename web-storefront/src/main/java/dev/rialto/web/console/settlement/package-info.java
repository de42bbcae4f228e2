/** Commission rules, statements and payouts, for the mall and for each seller. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.settlement;
