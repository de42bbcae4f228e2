/**
 * Sending goods back from the page of an order, by account or by the key in the mail, and what became of it.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.returns;
