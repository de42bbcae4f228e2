/**
 * What became of an order, by account or by the key in the mail.
 */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.order;
