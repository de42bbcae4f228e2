/** Storefronts: the seller's wish for one, the operator's decision, and the settings of each shop. */
@org.jspecify.annotations.NullMarked
package dev.rialto.web.console.shop;
