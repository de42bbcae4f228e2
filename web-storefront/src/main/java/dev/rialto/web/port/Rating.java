package dev.rialto.web.port;

/**
 * How buyers rate goods.
 *
 * @param count of reviews
 * @param stars of them all, added up
 */
public record Rating(int count, int stars) {

    /** Is there anything to show? */
    public boolean isGiven() {
        return count > 0;
    }

    /** The average in tenths of a star: 43 is 4.3. */
    public int tenths() {
        return count == 0 ? 0 : Math.round(stars * 10f / count);
    }

    /** The average with one decimal. */
    public String average() {
        return tenths() / 10 + "." + tenths() % 10;
    }

    /** The average in whole stars, as signs: ★★★★☆. */
    public String signs() {
        int whole = Math.round(tenths() / 10f);
        return "★".repeat(whole) + "☆".repeat(5 - whole);
    }
}
