package dev.rialto.stock;

import java.util.UUID;

/** A variant of which there is not enough. */
public record Shortage(UUID variantId, long wanted, long available) {}
