package dev.rialto.exchange;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Goods of a program as rows of a product file: the first row of each has what concerns the goods. */
final class GoodsLines {
    private static final List<ProductColumn> NAMES =
            List.of(ProductColumn.OPTION1_NAME, ProductColumn.OPTION2_NAME, ProductColumn.OPTION3_NAME);
    private static final List<ProductColumn> VALUES =
            List.of(ProductColumn.OPTION1_VALUE, ProductColumn.OPTION2_VALUE, ProductColumn.OPTION3_VALUE);

    private GoodsLines() {}

    static String sheet(List<GoodsLine> lines) {
        ProductSheet sheet = new ProductSheet();
        lines.forEach(line -> add(sheet, line));
        return sheet.text();
    }

    private static void add(ProductSheet sheet, GoodsLine line) {
        int rows = Math.max(line.variants().size(), line.pictures().size());
        for (int i = 0; i < rows; i++) {
            Map<ProductColumn, String> cells = new EnumMap<>(ProductColumn.class);
            cells.put(ProductColumn.HANDLE, oneLine(line.handle()));
            if (i == 0) {
                goods(cells, line);
            }
            if (i < line.variants().size()) {
                variant(cells, line.variants().get(i));
            }
            if (i < line.pictures().size()) {
                cells.put(ProductColumn.PICTURE, oneLine(line.pictures().get(i)));
            }
            sheet.add(cells);
        }
    }

    private static void goods(Map<ProductColumn, String> cells, GoodsLine line) {
        cells.put(ProductColumn.TITLE, oneLine(line.title()));
        cells.put(ProductColumn.BODY, oneLine(line.bodyHtml()));
        cells.put(ProductColumn.VENDOR, oneLine(line.vendor()));
        cells.put(ProductColumn.TYPE, oneLine(line.category()));
        cells.put(ProductColumn.TAGS, oneLine(String.join(", ", line.tags())));
        cells.put(ProductColumn.STATUS, oneLine(line.state()));
        each(cells, NAMES, line.optionNames());
    }

    private static void variant(Map<ProductColumn, String> cells, GoodsLine.Variant variant) {
        each(cells, VALUES, variant.options());
        cells.put(ProductColumn.SKU, oneLine(variant.sku()));
        cells.put(ProductColumn.BARCODE, oneLine(variant.barcode()));
        cells.put(ProductColumn.GRAMS, number(variant.grams()));
        cells.put(ProductColumn.QUANTITY, number(variant.quantity()));
        cells.put(ProductColumn.PRICE, variant.price().toDecimal().toPlainString());
        cells.put(ProductColumn.CURRENCY, variant.price().currency());
        if (variant.compareAt() != null) {
            cells.put(ProductColumn.COMPARE_AT, variant.compareAt().toDecimal().toPlainString());
        }
    }

    private static void each(Map<ProductColumn, String> cells, List<ProductColumn> columns, List<String> values) {
        for (int i = 0; i < Math.min(columns.size(), values.size()); i++) {
            cells.put(columns.get(i), oneLine(values.get(i)));
        }
    }

    private static String number(@Nullable Long value) {
        return value == null ? "" : value.toString();
    }

    /** A row is a line of the file, so that findings name rows by their line. */
    private static String oneLine(@Nullable String text) {
        return text == null ? "" : text.replaceAll("[\\r\\n]+", " ");
    }
}
