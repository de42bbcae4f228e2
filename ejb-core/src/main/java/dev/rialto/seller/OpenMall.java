package dev.rialto.seller;

import java.util.List;

/**
 * The mall's own front at first start.
 *
 * @param theme name of a shipped look
 * @param country two letters
 * @param discountBp the mall's own discount in basis points
 * @param zone time zone of its business days
 */
public record OpenMall(
        String name,
        String theme,
        String country,
        List<String> languages,
        List<String> currencies,
        int discountBp,
        String zone) {
    public OpenMall {
        languages = List.copyOf(languages);
        currencies = List.copyOf(currencies);
    }
}
