/** Sellers before the operators: who wants in, who is in, and the decisions about them. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.seller;
