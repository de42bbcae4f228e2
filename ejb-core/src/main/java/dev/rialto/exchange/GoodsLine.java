package dev.rialto.exchange;

import dev.rialto.kernel.Money;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Goods as a program hands them in; they become rows of a product file, one for each variant.
 *
 * @param handle the seller's own name for them, by which they are known again
 * @param category name of a category of the second level; null for the job's
 * @param state active, draft or archived; null leaves it to the import
 * @param optionNames up to three, in the order of the variants' values
 * @param pictures public addresses
 */
public record GoodsLine(
        String handle,
        String title,
        @Nullable String bodyHtml,
        @Nullable String vendor,
        @Nullable String category,
        List<String> tags,
        @Nullable String state,
        List<String> optionNames,
        List<Variant> variants,
        List<String> pictures) {

    /**
     * One variant.
     *
     * @param quantity units in stock; null leaves the stock as it is
     * @param compareAt the price it is compared with
     */
    public record Variant(
            List<String> options,
            @Nullable String sku,
            @Nullable String barcode,
            @Nullable Long grams,
            @Nullable Long quantity,
            Money price,
            @Nullable Money compareAt) {
        public Variant {
            options = List.copyOf(options);
        }
    }

    public GoodsLine {
        tags = List.copyOf(tags);
        optionNames = List.copyOf(optionNames);
        variants = List.copyOf(variants);
        pictures = List.copyOf(pictures);
    }
}
