package dev.rialto.web.theme;

import dev.rialto.web.port.Theme;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Writes the tokens of a theme as custom properties. Only known forms pass: colours as #rrggbb, fonts by name; nothing
 * else of a document can reach the stylesheet.
 */
public final class ThemeSheet {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z-]{0,29}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-fA-F]{6}");
    private static final Map<String, String> FONTS = Map.of(
            "sans", "var(--font-sans)",
            "serif", "var(--font-serif)",
            "rounded", "var(--font-rounded)",
            "mono", "var(--font-mono)");
    private static final int LARGEST_CORNER = 32;

    private ThemeSheet() {}

    /** The stylesheet of a theme. */
    public static String of(Theme theme) {
        StringBuilder sheet = new StringBuilder(1500).append(":root{");
        colours(sheet, theme.light());
        sheet.append("--font-body:").append(font(theme.bodyFont()));
        sheet.append(";--font-heading:").append(font(theme.headingFont()));
        sheet.append(";--corner:")
                .append(Math.max(0, Math.min(LARGEST_CORNER, theme.cornerPx())))
                .append("px}\n");
        if (!theme.dark().isEmpty()) {
            sheet.append("@media (prefers-color-scheme:dark){:root{");
            colours(sheet, theme.dark());
            sheet.append("}}\n");
        }
        return sheet.toString();
    }

    private static void colours(StringBuilder sheet, Map<String, String> colours) {
        new TreeMap<>(colours).forEach((name, value) -> {
            if (NAME.matcher(name).matches() && COLOUR.matcher(value).matches()) {
                sheet.append("--").append(name).append(':').append(value).append(';');
            }
        });
    }

    private static String font(String name) {
        return FONTS.getOrDefault(name, "var(--font-sans)");
    }
}
