package dev.rialto.web.console;

import java.time.ZoneId;
import java.util.List;

/**
 * Whose console it is.
 *
 * @param name the seller's name, or the mall's; always in sight
 * @param person who reads
 * @param zone in which days begin and end
 * @param languages in which the mall sells, the default first
 * @param currencies in which the mall sells, the default first
 * @param manySides true when the reader may also act for others
 * @param onBehalf true when somebody of the mall acts in the seller's name
 */
public record House(
        String name,
        String person,
        ZoneId zone,
        List<String> languages,
        List<String> currencies,
        boolean manySides,
        boolean onBehalf) {
    public House {
        languages = List.copyOf(languages);
        currencies = List.copyOf(currencies);
    }
}
