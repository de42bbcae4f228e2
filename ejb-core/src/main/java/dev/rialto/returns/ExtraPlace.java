package dev.rialto.returns;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Where a buyer pays for a dearer replacement.
 *
 * @param siteId the shop whose pages the buyer sees
 * @param language of the gateway's page: ko, en, ja or zh
 * @param returnAddress where the gateway's page sends the buyer back to, without payment and key; null for the mall's own
 *     pages
 */
public record ExtraPlace(
        UUID siteId, String language, @Nullable String returnAddress) {
    /** On the mall's own pages. */
    public ExtraPlace(UUID siteId, String language) {
        this(siteId, language, null);
    }
}
