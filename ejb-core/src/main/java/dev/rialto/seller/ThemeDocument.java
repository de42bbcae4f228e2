package dev.rialto.seller;

import java.util.List;
import java.util.Map;

/**
 * The look of a site as data. Colour tokens are {@link Token} names with {@code #rrggbb} values.
 *
 * @param name the shipped theme it began as
 * @param light colours for light surroundings, one for each token
 * @param dark the same for dark surroundings
 * @param bodyFont name of a font stack: sans, serif, rounded, mono
 * @param headingFont name of a font stack
 * @param cornerPx radius of corners in pixels, 0 to 24
 * @param header form of the header: bar, centered, split
 * @param layout blocks per kind of page, top to bottom: home, list, goods
 */
public record ThemeDocument(
        String name,
        Map<String, String> light,
        Map<String, String> dark,
        String bodyFont,
        String headingFont,
        int cornerPx,
        String header,
        Map<String, List<PageBlock>> layout) {

    /** The colours of a look; in documents by their lower-case names with hyphens. */
    public enum Token {
        /** The page. */
        BACKGROUND,
        /** Cards and fields upon it. */
        SURFACE,
        /** Text. */
        TEXT,
        /** Secondary text. */
        MUTED,
        /** Lines and the edges of fields. */
        BORDER,
        /** The one main action, links. */
        ACCENT,
        /** Text on the accent. */
        ON_ACCENT,
        /** Quiet areas in the accent's hue. */
        ACCENT_SOFT,
        /** Reduced prices. */
        SALE,
        /** Good news. */
        SUCCESS,
        /** Errors. */
        DANGER,
        /** The ring around what has the keyboard. */
        FOCUS;

        /** The name in documents and stylesheets: {@code on-accent}. */
        public String key() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    public ThemeDocument {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
        layout = Map.copyOf(layout);
    }

    /** The same look with other blocks. */
    public ThemeDocument withLayout(Map<String, List<PageBlock>> other) {
        return new ThemeDocument(name, light, dark, bodyFont, headingFont, cornerPx, header, other);
    }

    /** The blocks of the front page. */
    public List<PageBlock> home() {
        return blocks("home");
    }

    /** The blocks of a kind of page; none when the look adds nothing there. */
    public List<PageBlock> blocks(String pageKind) {
        return layout.getOrDefault(pageKind, List.of());
    }
}
