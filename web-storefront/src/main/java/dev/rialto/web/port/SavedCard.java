package dev.rialto.web.port;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;

/**
 * A card that a payment gateway keeps for a member.
 *
 * @param brand of the card; may be empty
 * @param expiresOn its last day
 * @param savedAt when the member let it be kept
 */
public record SavedCard(
        String id, String brand, String lastFour, LocalDate expiresOn, Instant savedAt, boolean expired) {

    /** As a card is named to its holder: Visa •••• 4242. */
    public String named() {
        String name = brand.isEmpty() ? "" : brand.substring(0, 1).toUpperCase(Locale.ROOT) + brand.substring(1) + " ";
        return name + "•••• " + lastFour;
    }

    /** Month and year, as printed on cards in every language. */
    public String expiry() {
        return String.format(Locale.ROOT, "%02d/%02d", expiresOn.getMonthValue(), expiresOn.getYear() % 100);
    }
}
