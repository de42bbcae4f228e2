package dev.rialto.order;

import org.jspecify.annotations.Nullable;

/** Whom to write to and where the goods go; personal data, kept apart from the order. */
public record Buyer(
        String email,
        String name,
        @Nullable String phone,
        String country,
        @Nullable String region,
        String city,
        String street,
        @Nullable String extra,
        String postcode,
        @Nullable String note) {}
