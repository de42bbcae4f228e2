package dev.rialto.goods;

/** Patterns of {@code like}. */
final class LikePattern {
    private LikePattern() {}

    /** Finds a text anywhere, its own wildcards taken literally. */
    static String containing(String text) {
        return "%" + text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
    }
}
