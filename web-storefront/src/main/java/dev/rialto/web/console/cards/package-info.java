/** Cards and recharge codes: stock, batches, codes, recharges, channels; for the mall the providers as well (E11, E13, E30, E35). */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.cards;
