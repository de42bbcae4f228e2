package dev.rialto.exchange;

import java.util.Map;

/** One row of a product file with the line it begins in; missing cells are empty. */
record ProductRow(long line, Map<ProductColumn, String> cells) {
    String cell(ProductColumn column) {
        return cells.getOrDefault(column, "");
    }

    boolean has(ProductColumn column) {
        return !cell(column).isEmpty();
    }
}
