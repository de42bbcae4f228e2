package dev.rialto.exchange;

import dev.rialto.goods.GoodsUpsert;
import dev.rialto.goods.PictureSpec;
import dev.rialto.kernel.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One product of the file.
 *
 * @param rows how many rows of the file it has
 * @param variantLines the line of each variant, in their order
 * @param upsert what to write; null when it is refused
 * @param pictures where its pictures are to be had
 * @param findings what is wrong with it
 */
record Product(
        String handle,
        int rows,
        long line,
        List<Long> variantLines,
        @Nullable GoodsUpsert upsert,
        List<PictureAddress> pictures,
        List<Finding> findings) {
    private static final Pattern VARIANT_FIELD = Pattern.compile("variants\\.([0-9]+)\\.(.*)");

    Product {
        variantLines = List.copyOf(variantLines);
        pictures = List.copyOf(pictures);
        findings = List.copyOf(findings);
    }

    Product refused(Finding because) {
        return new Product(handle, rows, line, variantLines, null, List.of(), with(List.of(because)));
    }

    Product illustrated(@Nullable List<PictureSpec> kept, List<Finding> warnings) {
        GoodsUpsert plain = upsert;
        if (plain == null) {
            return this;
        }
        GoodsUpsert withPictures = new GoodsUpsert(
                plain.tenantId(),
                plain.handle(),
                plain.details(),
                plain.variants(),
                kept,
                plain.state(),
                plain.pieces(),
                plain.others());
        return new Product(handle, rows, line, variantLines, withPictures, List.of(), with(warnings));
    }

    private List<Finding> with(List<Finding> more) {
        List<Finding> all = new ArrayList<>(findings);
        all.addAll(more);
        return all;
    }

    /** Where in the file a field of the goods stands. */
    Finding finding(FieldError error) {
        Matcher variant = VARIANT_FIELD.matcher(error.field());
        if (variant.matches()) {
            long at = variantLines.get(Integer.parseInt(variant.group(1)));
            return Finding.error(at, variantColumn(variant.group(2)), error.code(), null);
        }
        return Finding.error(line, column(error.field()), error.code(), null);
    }

    private static String variantColumn(String field) {
        if (field.startsWith("prices.")) {
            return field.endsWith(".compareAt") ? ProductColumn.COMPARE_AT.heading() : ProductColumn.PRICE.heading();
        }
        return switch (field) {
            case "sku" -> ProductColumn.SKU.heading();
            case "weightGrams" -> ProductColumn.GRAMS.heading();
            case "barcode" -> ProductColumn.BARCODE.heading();
            case "pieces" -> ProductColumn.QUANTITY.heading();
            default -> ProductColumn.OPTION1_VALUE.heading();
        };
    }

    private static String column(String field) {
        if (field.startsWith("texts.")) {
            return field.endsWith(".bodyHtml")
                    ? ProductColumn.BODY.heading()
                    : field.endsWith(".optionNames")
                            ? ProductColumn.OPTION1_NAME.heading()
                            : ProductColumn.TITLE.heading();
        }
        return switch (field) {
            case "vendor" -> ProductColumn.VENDOR.heading();
            case "tags" -> ProductColumn.TAGS.heading();
            case "variants" -> ProductColumn.PRICE.heading();
            case "categoryId" -> ProductColumn.TYPE.heading();
            default -> ProductColumn.HANDLE.heading();
        };
    }
}
