package dev.rialto.node.theme;

import dev.rialto.web.port.PicturePort;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Theme;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A look as it was read; what is null or empty is left as the mall has it.
 *
 * @param version hash of all its files
 * @param sheet rules after those of the tokens
 */
record Look(String version, Tokens tokens, String sheet, PicturePort.@Nullable Picture logo) {
    static final Look NONE = new Look("", Tokens.NONE, "", null);
    private static final String LOGO = "own-logo-";

    /** What stands in {@code theme.json}. */
    record Tokens(
            Map<String, String> light,
            Map<String, String> dark,
            @Nullable String bodyFont,
            @Nullable String headingFont,
            @Nullable Integer cornerPx,
            @Nullable String header,
            @Nullable String name,
            Map<String, String> slogan) {
        static final Tokens NONE = new Tokens(Map.of(), Map.of(), null, null, null, null, null, Map.of());

        Theme over(Theme theme) {
            return new Theme(
                    merged(theme.light(), light),
                    merged(theme.dark(), dark),
                    or(bodyFont, theme.bodyFont()),
                    or(headingFont, theme.headingFont()),
                    cornerPx == null ? theme.cornerPx() : cornerPx,
                    or(header, theme.header()),
                    theme.blocks());
        }

        private static Map<String, String> merged(Map<String, String> under, Map<String, String> over) {
            Map<String, String> all = new HashMap<>(under);
            all.putAll(over);
            return all;
        }

        static String or(@Nullable String own, String otherwise) {
            return own == null ? otherwise : own;
        }
    }

    String logoKey() {
        return LOGO + version;
    }

    Site over(Site site) {
        if (version.isEmpty()) {
            return site;
        }
        return new Site(
                site.id(),
                site.mall(),
                site.open(),
                site.test(),
                Tokens.or(tokens.name(), site.name()),
                tokens.slogan().isEmpty() ? site.slogan() : tokens.slogan(),
                site.grossPrices(),
                site.country(),
                site.languages(),
                site.currencies(),
                site.guestCheckout(),
                site.zone(),
                logo == null ? site.logoKey() : logoKey(),
                tokens.over(site.theme()),
                site.themeVersion() + "-" + version,
                site.menu());
    }
}
