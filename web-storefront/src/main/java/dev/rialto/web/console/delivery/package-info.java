/** How a seller delivers: its methods and their prices. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.delivery;
