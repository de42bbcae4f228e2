/** Buying as people do it: cart, checkout, payment, order, shipment. */
package dev.rialto.system.order;
