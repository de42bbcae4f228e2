package dev.rialto.node.shop;

import dev.rialto.web.port.Site;
import dev.rialto.web.port.Theme;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A storefront as the gateway tells it: the pages' own form, and where the mall signs its members in. */
public record WireSite(
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
        List<Site.MenuEntry> menu,
        String signInAddress,
        String shopAddress) {

    Site site() {
        return new Site(
                id,
                mall,
                open,
                test,
                name,
                slogan,
                grossPrices,
                country,
                languages,
                currencies,
                guestCheckout,
                zone,
                logoKey,
                theme,
                themeVersion,
                menu);
    }
}
