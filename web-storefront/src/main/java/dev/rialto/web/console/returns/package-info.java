/** Returns, exchanges and refunds, for operators and for the sellers who handle them. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.returns;
