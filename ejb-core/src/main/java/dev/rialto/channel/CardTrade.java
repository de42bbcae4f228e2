package dev.rialto.channel;

import dev.rialto.kernel.Money;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Cards that change hands.
 *
 * @param channelId who gets them; a channel may leave itself out
 * @param unit for one card: what the provider's invoice says, or the price that the buyer saw
 * @param reference the provider's invoice; empty between channels
 */
public record CardTrade(@Nullable UUID channelId, UUID productId, long quantity, Money unit, String reference) {}
