package dev.rialto.web.console;

import java.util.List;

/** A page with a list whose columns may be chosen and whose filters may be kept under a name. */
public interface Listing extends ConsolePage {

    /**
     * A column that may be left out.
     *
     * @param key as the address carries it
     * @param label key of its heading
     */
    record Column(String key, String label) {

        /** Its key is the last part of its heading's. */
        public static Column of(String label) {
            return new Column(label.substring(label.lastIndexOf('.') + 1), label);
        }
    }

    /** The columns that may be left out, in their order; those the reader never sees are not among them. */
    List<Column> columns(Visit visit);

    /** Columns by the keys of their headings; the seller's is for operators only. */
    static List<Column> columns(Visit visit, String... labels) {
        return java.util.Arrays.stream(labels)
                .filter(label -> visit.isOperator() || !label.equals("shell.seller"))
                .map(Column::of)
                .toList();
    }
}
