package dev.rialto.checkout;

/** What stands in the way of a line, or has changed since it was put into the cart. */
public enum CartProblem {
    SOLD_OUT(true),
    FEWER_LEFT(true),
    /** No longer sold here, or not in this currency. */
    WITHDRAWN(true),
    PRICE_CHANGED(false);

    private final boolean blocks;

    CartProblem(boolean blocks) {
        this.blocks = blocks;
    }

    /** Must it be mended before the checkout? */
    public boolean isBlocking() {
        return blocks;
    }

    String code() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
