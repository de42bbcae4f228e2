package dev.rialto.bankfile;

import dev.rialto.kernel.Money;
import java.time.LocalDate;

/**
 * Money that came in, as the bank's file has it.
 *
 * @param number line of a table, or place in a statement, from 1
 * @param reference the bank's own name for it; empty when there is none
 * @param message what the payer wrote
 */
record Credit(int number, LocalDate bookedOn, Money amount, String payer, String message, String reference) {}
