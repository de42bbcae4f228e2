package dev.rialto.savedcard;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A card that a gateway keeps for a member.
 *
 * @param brand as the gateway says it, in small letters; may be empty
 * @param expiresOn its last day
 * @param savedAt when the member let it be kept
 */
public record SavedCardView(UUID id, String brand, String lastFour, LocalDate expiresOn, Instant savedAt) {}
