package dev.rialto.web.shop;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a page tells search engines and those who show a preview of it.
 *
 * @param canonical its proper address; null for pages that nobody is to find
 * @param alternates the same page in each language offered; empty where another address is the proper one
 * @param kind website or product
 * @param image absolute address of a picture
 * @param price amount and currency, for goods
 * @param data blocks of schema.org data, each as JSON that is safe within a page
 */
public record Head(
        @Nullable String canonical,
        List<Alternate> alternates,
        String kind,
        String title,
        String description,
        @Nullable String image,
        @Nullable Price price,
        List<String> data) {
    /** For pages of one person, and for what a search found. */
    static final Head HIDDEN = new Head(null, List.of(), "website", "", "", null, null, List.of());

    /** The same page in a language; {@code x-default} leaves the choice to the browser. */
    public record Alternate(String language, String address) {}

    /** A price in major units, with a point. */
    public record Price(String amount, String currency) {}

    public Head {
        alternates = List.copyOf(alternates);
        data = List.copyOf(data);
    }

    /** May it be found? */
    public boolean isIndexed() {
        return canonical != null;
    }
}
