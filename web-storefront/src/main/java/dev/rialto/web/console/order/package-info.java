/** Orders from placing to delivery, for operators and for the sellers who ship them. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.order;
