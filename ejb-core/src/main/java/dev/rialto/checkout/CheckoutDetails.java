package dev.rialto.checkout;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and where it goes, as typed: texts may be empty or wrong and are kept so.
 *
 * @param country two letters
 * @param note a word to the seller
 * @param delivery chosen delivery method by seller
 * @param accounts to be recharged at once, by variant of a card; empty where the code is wanted (E38)
 */
public record CheckoutDetails(
        String email,
        String name,
        String phone,
        String country,
        String postcode,
        String region,
        String city,
        String street,
        String extra,
        String note,
        Map<UUID, UUID> delivery,
        Map<UUID, String> accounts) {
    private static final int LONGEST = 2000;
    private static final int MOST_ACCOUNTS = 100;

    public CheckoutDetails {
        email = kept(email);
        name = kept(name);
        phone = kept(phone);
        country = kept(country).strip().toUpperCase(java.util.Locale.ROOT);
        postcode = kept(postcode);
        region = kept(region);
        city = kept(city);
        street = kept(street);
        extra = kept(extra);
        note = kept(note);
        delivery = delivery == null ? Map.of() : Map.copyOf(delivery);
        accounts = accounts == null ? Map.of() : keptAll(accounts);
    }

    /** Without accounts to be recharged. */
    public CheckoutDetails(
            String email,
            String name,
            String phone,
            String country,
            String postcode,
            String region,
            String city,
            String street,
            String extra,
            String note,
            Map<UUID, UUID> delivery) {
        this(email, name, phone, country, postcode, region, city, street, extra, note, delivery, Map.of());
    }

    /** Nothing typed yet. */
    public static CheckoutDetails empty() {
        return new CheckoutDetails("", "", "", "", "", "", "", "", "", "", Map.of());
    }

    private static Map<UUID, String> keptAll(Map<UUID, String> typed) {
        Map<UUID, String> kept = new LinkedHashMap<>();
        typed.forEach((variant, text) -> {
            if (!kept(text).isBlank() && kept.size() < MOST_ACCOUNTS) {
                kept.put(variant, kept(text).strip());
            }
        });
        return Map.copyOf(kept);
    }

    /** A draft may be wrong but not boundless, and PostgreSQL cannot keep a NUL. */
    private static String kept(@Nullable String typed) {
        if (typed == null) {
            return "";
        }
        String text = typed.replace("\u0000", "");
        return text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    }
}
