package dev.rialto.web.port;

import java.util.Map;

/**
 * Who buys and where it goes, as typed; texts may be empty or wrong.
 *
 * @param delivery chosen delivery method by seller
 * @param accounts to be recharged at once, by variant of a card
 */
public record Buyer(
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
        Map<String, String> delivery,
        Map<String, String> accounts) {
    public Buyer {
        delivery = Map.copyOf(delivery);
        accounts = accounts == null ? Map.of() : Map.copyOf(accounts);
    }
}
