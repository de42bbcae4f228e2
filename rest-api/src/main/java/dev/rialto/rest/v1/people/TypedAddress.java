package dev.rialto.rest.v1.people;

import org.jspecify.annotations.Nullable;

/** A place to deliver to, as it was typed. */
public record TypedAddress(
        String name,
        @Nullable String phone,
        String country,
        String postcode,
        @Nullable String region,
        String city,
        String street,
        @Nullable String extra,
        boolean preferred) {

    static @Nullable String orNothing(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    @Override
    public String toString() {
        return "TypedAddress";
    }
}
