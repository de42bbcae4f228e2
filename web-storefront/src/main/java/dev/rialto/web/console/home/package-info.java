/** The first page: today, and what waits for somebody. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.home;
