/** The papers of sellers: the seller's own checklist, and the decisions of the mall. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.verification;
