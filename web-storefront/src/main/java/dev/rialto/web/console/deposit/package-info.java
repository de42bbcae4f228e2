/** Deposits from the bank's files: taking files in, naming columns, deciding about credits. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.deposit;
