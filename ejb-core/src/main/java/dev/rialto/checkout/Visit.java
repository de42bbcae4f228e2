package dev.rialto.checkout;

import java.util.UUID;

/** Where and how one shops. */
public record Visit(UUID siteId, String language, String currency) {}
