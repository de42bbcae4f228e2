package dev.rialto.rest.v1.catalogue;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One product with all a shopper decides by.
 *
 * @param bodyHtml cleaned description
 * @param optionNames names of the options, in the order of the variants' values
 * @param path the categories it stands in, outermost first
 * @param attributes further properties by name
 */
public record Goods(
        String id,
        String slug,
        String title,
        String summary,
        String bodyHtml,
        String sellerId,
        String sellerName,
        @Nullable String vendor,
        List<String> optionNames,
        List<Variant> variants,
        List<Picture> pictures,
        List<Category> path,
        Map<String, String> attributes,
        List<Delivery> deliveries,
        Trader trader,
        Rating rating,
        int questions,
        List<Remark> latestReviews,
        List<Remark> latestQuestions) {

    /**
     * One form in which the goods are sold.
     *
     * @param available units that can be bought now
     * @param priorLowest lowest price of the thirty days before a reduction
     */
    public record Variant(
            String id,
            String title,
            List<String> options,
            Money listPrice,
            Money price,
            @Nullable Money priorLowest,
            long available) {}

    /**
     * Who sells, as a buyer may know it; empty where nothing is known.
     *
     * @param sells false while the seller is being checked: nothing can be bought
     */
    public record Trader(
            boolean sells, String legalName, String registrationNumber, String email, String phone, String address) {}

    /** A picture and the size of its original in pixels. */
    public record Picture(String key, String alt, int width, int height) {}

    /** A way of delivery, what it costs at least and from which amount it is free. */
    public record Delivery(
            String name, @Nullable Money from, @Nullable Money freeFrom) {}

    public Goods {
        optionNames = List.copyOf(optionNames);
        variants = List.copyOf(variants);
        pictures = List.copyOf(pictures);
        path = List.copyOf(path);
        attributes = Map.copyOf(attributes);
        deliveries = List.copyOf(deliveries);
        latestReviews = List.copyOf(latestReviews);
        latestQuestions = List.copyOf(latestQuestions);
    }
}
