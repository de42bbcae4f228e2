/** Addresses that are told of changes, and what was sent to them. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.webhook;
