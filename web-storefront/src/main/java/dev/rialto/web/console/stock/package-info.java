/** What is there: stock per variant, its movements, receipts and corrections. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.stock;
