package dev.rialto.checkout;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who buys and where it goes, as typed: texts may be empty or wrong and are kept so.
 *
 * @param country two letters
 * @param note a word to the seller
 * @param delivery chosen delivery method by seller
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
        Map<UUID, UUID> delivery) {
    private static final int LONGEST = 2000;

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
    }

    /** Nothing typed yet. */
    public static CheckoutDetails empty() {
        return new CheckoutDetails("", "", "", "", "", "", "", "", "", "", Map.of());
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
