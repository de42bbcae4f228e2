package dev.rialto.checkout;

import java.util.UUID;

/**
 * Goods to put into the cart of a site.
 *
 * @param quantity 1 to 999, added to what is there already
 * @param language of the shopper
 * @param currency the cart's from now on
 */
public record AddToCart(UUID siteId, UUID variantId, int quantity, String language, String currency) {}
