package dev.rialto.goods;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One product as a shopper sees it.
 *
 * @param bodyHtml cleaned description
 * @param optionNames in the order of the variants' values; empty for goods without options
 * @param attributes further properties, name to text
 * @param path its categories, outermost first
 * @param currency of the prices
 * @param currencies in which it is listed at all; the variants are empty when the currency asked for is not among them
 */
public record GoodsView(
        UUID id,
        String slug,
        String title,
        String summary,
        String bodyHtml,
        UUID sellerId,
        String sellerName,
        @Nullable String vendor,
        String taxClass,
        List<String> optionNames,
        Map<String, String> attributes,
        List<Crumb> path,
        List<Picture> pictures,
        String currency,
        List<String> currencies,
        List<Variant> variants,
        Trader trader,
        Voice voice) {

    /**
     * What buyers say of it.
     *
     * @param reviews how many
     * @param stars their stars, added up
     * @param questions answered ones
     * @param latestReviews the latest three as JSON: id, author, stars, title, words, writtenAt, answer
     * @param latestQuestions the same without stars and title
     */
    public record Voice(int reviews, int stars, int questions, String latestReviews, String latestQuestions) {}

    /**
     * Who sells, as a buyer may know it.
     *
     * @param sells false while the seller is being checked: nothing can be bought
     */
    public record Trader(
            boolean sells,
            @Nullable String legalName,
            @Nullable String registrationNumber,
            @Nullable String email,
            @Nullable String phone,
            @Nullable String address) {}

    /** A category on the way to the goods. */
    public record Crumb(UUID id, String slug, String name) {}

    /** A picture and the size of its original in pixels. */
    public record Picture(String key, int width, int height, String alt) {}

    /**
     * One form in which the goods are sold. Amounts are minor units.
     *
     * @param optionValues in the language asked for, in the order of the option names
     * @param listPrice before the site's discount
     * @param price what one pays
     * @param priorLowest lowest listed price of the thirty days before a reduction; null when nothing is reduced
     * @param available units that can be bought now
     */
    public record Variant(
            UUID id,
            @Nullable String sku,
            List<String> optionValues,
            int weightGrams,
            long listPrice,
            long price,
            @Nullable Long compareAt,
            @Nullable Long priorLowest,
            long available) {
        public Variant {
            optionValues = List.copyOf(optionValues);
        }

        /** The values as one text: {@code Red / L}; empty for goods without options. */
        public String title() {
            return String.join(" / ", optionValues);
        }
    }

    public GoodsView {
        optionNames = List.copyOf(optionNames);
        attributes = Map.copyOf(attributes);
        path = List.copyOf(path);
        pictures = List.copyOf(pictures);
        currencies = List.copyOf(currencies);
        variants = List.copyOf(variants);
    }
}
