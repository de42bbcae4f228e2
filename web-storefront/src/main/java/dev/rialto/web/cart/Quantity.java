package dev.rialto.web.cart;

/** A quantity as typed. */
final class Quantity {
    private static final int LONGEST = 6;

    private Quantity() {}

    /** The number; what is no whole number of reasonable size counts as 0, which every cart refuses. */
    static int read(String typed) {
        return typed.matches("-?[0-9]{1," + LONGEST + "}") ? Integer.parseInt(typed) : 0;
    }
}
