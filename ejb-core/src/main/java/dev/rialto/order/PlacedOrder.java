package dev.rialto.order;

import java.util.UUID;

/**
 * An order that was made.
 *
 * @param number as people write it: {@code R100001}
 * @param key opens the order's page without an account
 */
public record PlacedOrder(UUID id, String number, String key) {}
