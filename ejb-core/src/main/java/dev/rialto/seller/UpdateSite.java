package dev.rialto.seller;

import dev.rialto.kernel.Violations;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of a site by whoever runs it (A10).
 *
 * @param slogan per language
 * @param discountBp replaces the mall's rate on a storefront
 * @param languages offered, the default first
 * @param currencies offered, the default first
 * @param open false while the shop is closed by its seller
 * @param version the one that was read
 */
public record UpdateSite(
        UUID siteId,
        String name,
        Map<String, String> slogan,
        int discountBp,
        SiteView.PriceDisplay priceDisplay,
        List<String> languages,
        List<String> currencies,
        boolean goodsScopeAll,
        List<UUID> categoryIds,
        boolean guestCheckout,
        @Nullable String logoKey,
        boolean open,
        long version) {
    private static final Set<String> LANGUAGES = Set.of("ko", "en", "ja", "zh");
    private static final Set<String> CURRENCIES = java.util.Currency.getAvailableCurrencies().stream()
            .map(java.util.Currency::getCurrencyCode)
            .collect(java.util.stream.Collectors.toUnmodifiableSet());
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]{8,100}");
    private static final Pattern CONTROL = Pattern.compile("\\p{Cntrl}");

    public UpdateSite {
        slogan = Map.copyOf(slogan);
        languages = List.copyOf(languages);
        currencies = List.copyOf(currencies);
        categoryIds = List.copyOf(categoryIds);
    }

    /** The same as it is now, to be changed in parts. */
    public static UpdateSite of(SiteView site) {
        return new UpdateSite(
                site.id(),
                site.name(),
                site.slogan(),
                site.discountBp(),
                site.priceDisplay(),
                site.languages(),
                site.currencies(),
                site.goodsScopeAll(),
                site.categoryIds(),
                site.guestCheckout(),
                site.logoKey(),
                site.isOpen(),
                site.version());
    }

    /** The same with another discount. */
    public UpdateSite withDiscount(int basisPoints) {
        return new UpdateSite(
                siteId,
                name,
                slogan,
                basisPoints,
                priceDisplay,
                languages,
                currencies,
                goodsScopeAll,
                categoryIds,
                guestCheckout,
                logoKey,
                open,
                version);
    }

    void raiseIfWrong() {
        Violations violations = new Violations()
                .text("name", name, 100)
                .check(!CONTROL.matcher(name).find(), "name", "control_character")
                .check(LANGUAGES.containsAll(slogan.keySet()), "slogan", "unknown_language")
                .check(
                        discountBp >= 0 && discountBp <= ApplyForStorefront.LARGEST_DISCOUNT_BP,
                        "discountBp",
                        "out_of_range",
                        0,
                        ApplyForStorefront.LARGEST_DISCOUNT_BP)
                .check(isSetOf(languages, LANGUAGES), "languages", "invalid")
                .check(isSetOf(currencies, CURRENCIES), "currencies", "invalid")
                .check(goodsScopeAll || !categoryIds.isEmpty(), "categoryIds", "required")
                .check(logoKey == null || KEY.matcher(logoKey).matches(), "logoKey", "invalid");
        slogan.values().forEach(text -> violations.optionalText("slogan", text, 200));
        violations.raise(SellerError.INVALID_SITE);
    }

    private static boolean isSetOf(List<String> chosen, Set<String> known) {
        return !chosen.isEmpty() && known.containsAll(chosen) && new HashSet<>(chosen).size() == chosen.size();
    }
}
