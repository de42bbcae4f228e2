package dev.rialto.wish;

import java.util.UUID;

/**
 * Where somebody looks, and how.
 *
 * @param siteId the shop
 * @param language of the texts
 * @param currency of the prices
 */
public record WishPlace(UUID siteId, String language, String currency) {}
