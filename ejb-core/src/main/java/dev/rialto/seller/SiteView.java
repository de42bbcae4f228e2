package dev.rialto.seller;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A site as it answers: the mall's own front or a storefront.
 *
 * @param tenantId the seller of a storefront; null for the mall
 * @param slogan per language
 * @param discountBp the discount rate in basis points; a storefront's replaces the mall's (A24, A25)
 * @param handlingBp what the site keeps of a sale, in basis points
 * @param country two letters
 * @param languages offered, the default first
 * @param currencies offered, the default first
 * @param goodsScopeAll true when all of the seller's goods are shown, false when only those of the categories
 * @param categoryIds the categories shown, when not all are
 * @param zone time zone of its business days
 * @param logoKey picture of the logo
 * @param host the host it answers on, without a port
 * @param theme published look
 * @param themeVersion number of the published look
 * @param menu published pages that stand in the menu, in their order
 * @param version for changes, so that nobody overwrites a change he has not seen
 */
public record SiteView(
        UUID id,
        Kind kind,
        @Nullable UUID tenantId,
        State state,
        String name,
        Map<String, String> slogan,
        int discountBp,
        int handlingBp,
        PriceDisplay priceDisplay,
        String country,
        List<String> languages,
        List<String> currencies,
        boolean goodsScopeAll,
        List<UUID> categoryIds,
        boolean guestCheckout,
        String zone,
        @Nullable String logoKey,
        String host,
        ThemeDocument theme,
        int themeVersion,
        List<MenuPage> menu,
        long version) {

    /** Whose front it is. */
    public enum Kind {
        MALL,
        STOREFRONT
    }

    /** Whether it sells. Only an open site does; the others show that they are closed. */
    public enum State {
        OPEN,
        CLOSED_BY_SELLER,
        SUSPENDED,
        CLOSED
    }

    /** Whether shown prices contain the tax. */
    public enum PriceDisplay {
        GROSS,
        NET
    }

    /** A page in the menu, its title per language. */
    public record MenuPage(String slug, Map<String, String> title) {
        public MenuPage {
            title = Map.copyOf(title);
        }
    }

    public SiteView {
        slogan = Map.copyOf(slogan);
        languages = List.copyOf(languages);
        currencies = List.copyOf(currencies);
        categoryIds = List.copyOf(categoryIds);
        menu = List.copyOf(menu);
    }

    /**
     * The same site in another look and with another menu: a draft that only its maker sees, also while the shop is closed
     * for others.
     */
    public SiteView drawn(ThemeDocument look, int number, List<MenuPage> pages) {
        return new SiteView(
                id,
                kind,
                tenantId,
                state == State.CLOSED_BY_SELLER ? State.OPEN : state,
                name,
                slogan,
                discountBp,
                handlingBp,
                priceDisplay,
                country,
                languages,
                currencies,
                goodsScopeAll,
                categoryIds,
                guestCheckout,
                zone,
                logoKey,
                host,
                look,
                number,
                pages,
                version);
    }

    public boolean isMall() {
        return kind == Kind.MALL;
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public Optional<UUID> tenant() {
        return Optional.ofNullable(tenantId);
    }

    public String defaultLanguage() {
        return languages.get(0);
    }

    public String defaultCurrency() {
        return currencies.get(0);
    }
}
