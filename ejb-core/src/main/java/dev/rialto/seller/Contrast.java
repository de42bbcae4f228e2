package dev.rialto.seller;

/** How well one colour can be told from another, as WCAG 2.2 defines it: 1 for equal colours, 21 for black on white. */
final class Contrast {
    private Contrast() {}

    /** The ratio of two {@code #rrggbb} colours, whichever stands on which. */
    static double between(String one, String other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int at) {
        double value = Integer.parseInt(colour.substring(at, at + 2), 16) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
    }
}
