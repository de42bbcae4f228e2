/** Chargebacks: the list, and one case with its evidence and answer. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.chargeback;
