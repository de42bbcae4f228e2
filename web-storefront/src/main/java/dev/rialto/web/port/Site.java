package dev.rialto.web.port;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A shop as its visitors see it: the mall's own front or a storefront.
 *
 * @param id outside form of the site's id
 * @param mall true for the mall's own front
 * @param open false while the shop shows its closed page only
 * @param test true for a sandbox, where nothing is really sold
 * @param name the shop's name
 * @param slogan per language
 * @param grossPrices true when shown prices include tax
 * @param country two letters; the country offered first in addresses
 * @param languages offered, the first is the default
 * @param currencies offered, the first is the default
 * @param guestCheckout may one buy without an account?
 * @param zone time zone of dates shown
 * @param logoKey picture of the logo
 * @param theme look and layout
 * @param themeVersion changes with every change of the theme
 * @param menu content pages in the menu
 */
public record Site(
        String id,
        boolean mall,
        boolean open,
        boolean test,
        String name,
        Map<String, String> slogan,
        boolean grossPrices,
        String country,
        List<String> languages,
        List<String> currencies,
        boolean guestCheckout,
        String zone,
        @Nullable String logoKey,
        Theme theme,
        String themeVersion,
        List<MenuEntry> menu) {

    /** A content page in the menu, its title per language. */
    public record MenuEntry(String slug, Map<String, String> title) {}

    public Site {
        slogan = Map.copyOf(slogan);
        languages = List.copyOf(languages);
        currencies = List.copyOf(currencies);
        menu = List.copyOf(menu);
    }
}
