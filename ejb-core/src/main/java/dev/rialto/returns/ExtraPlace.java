package dev.rialto.returns;

import java.util.UUID;

/**
 * Where a buyer pays for a dearer replacement.
 *
 * @param siteId the shop whose pages the buyer sees
 * @param language of the gateway's page: ko, en, ja or zh
 */
public record ExtraPlace(UUID siteId, String language) {}
