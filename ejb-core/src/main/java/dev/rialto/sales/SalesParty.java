package dev.rialto.sales;

import java.util.UUID;

/**
 * Somebody sales can be narrowed to.
 *
 * @param kind {@code seller} or {@code site}
 */
public record SalesParty(String kind, UUID id, String name) {}
