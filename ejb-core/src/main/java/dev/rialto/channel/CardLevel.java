package dev.rialto.channel;

import java.util.UUID;

/**
 * The cards of one product that one channel has (E13).
 *
 * @param bought from the provider, or from the channel above
 * @param passedOn sold to channels below
 * @param withdrawn taken back by the provider
 * @param listed set aside for sale in the mall
 * @param coded codes that live or were used
 * @param used recharged
 * @param free cards that can be coded, listed or passed on; below zero where cards were withdrawn under live codes
 * @param remaining cards that can still be used
 */
public record CardLevel(
        UUID channelId,
        String channel,
        int depth,
        UUID productId,
        String names,
        String sku,
        long bought,
        long passedOn,
        long withdrawn,
        long listed,
        long coded,
        long used,
        long free,
        long remaining) {

    /** Codes that can still be used. */
    public long live() {
        return coded - used;
    }
}
