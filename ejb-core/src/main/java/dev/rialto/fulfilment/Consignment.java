package dev.rialto.fulfilment;

import dev.rialto.kernel.Money;

/**
 * Goods of one seller on their way to one place.
 *
 * @param country two letters; empty while it is not known
 * @param region code or name; may be empty
 * @param postcode may be empty
 * @param weightGrams of all pieces
 * @param goods what the goods cost after discounts
 */
public record Consignment(String country, String region, String postcode, long weightGrams, Money goods) {

    /** The same goods before the address is known. */
    public static Consignment toNowhere(long weightGrams, Money goods) {
        return new Consignment("", "", "", weightGrams, goods);
    }

    /** Is the country known? */
    public boolean hasPlace() {
        return !country.isEmpty();
    }
}
