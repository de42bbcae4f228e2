package dev.rialto.jobs.demo;

import dev.rialto.fulfilment.DeliveryKind;
import dev.rialto.fulfilment.DeliveryRule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the file of a seller says.
 *
 * @param key folder of its pictures
 * @param storefront null for a seller without one
 */
record SellerContent(
        String key,
        String name,
        String country,
        int commissionBp,
        Company legal,
        Map<String, String> about,
        MallContent.Person staff,
        @Nullable Shop storefront,
        List<Method> deliveryMethods,
        List<Article> goods) {
    private static final int TURN = 6;

    /** The company behind the name. */
    record Company(String legalName, String registrationNumber, String address, String phone, String email) {}

    /**
     * A storefront.
     *
     * @param host its name under the storefronts' domain
     */
    record Shop(
            String host,
            String name,
            Map<String, String> slogan,
            String theme,
            String logo,
            int discountBp,
            List<String> languages,
            List<String> currencies,
            String country,
            MallContent.Showing hero,
            List<MallContent.PageText> pages) {}

    /** A way of delivery; prices in minor units. */
    record Method(
            Map<String, String> names,
            DeliveryKind kind,
            List<DeliveryRule> rules,
            Map<String, Long> freeFrom,
            List<String> countries,
            String taxClass,
            int daysFrom,
            int daysTo) {}

    /**
     * Goods.
     *
     * @param category slug of a category of the second level
     * @param options keys of the options, in the order of the variants' values
     */
    record Article(
            String slug,
            String category,
            String taxClass,
            String material,
            List<String> tags,
            List<String> options,
            Map<String, Words> texts,
            List<Choice> variants,
            List<String> pictures) {}

    /** Title, summary and description in a language. */
    record Words(String title, String summary, String bodyHtml) {}

    /** A variant; prices in minor units by currency. */
    record Choice(String sku, List<String> values, Map<String, Long> prices, int stock, int weightGrams) {}

    /** Some of the seller's goods, in the seller's language. */
    record Turn(List<Article> articles, String language) {}

    int turns() {
        return (goods.size() + TURN - 1) / TURN;
    }

    /** The goods of a turn; none after the last. */
    Turn turn(int number) {
        int from = Math.min(goods.size(), number * TURN);
        int to = Math.min(goods.size(), from + TURN);
        return new Turn(goods.subList(from, to), staff.language());
    }
}
