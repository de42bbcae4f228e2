package dev.rialto.sales;

/**
 * Sums of sales in one currency, in minor units.
 *
 * @param currency of all amounts
 * @param orders orders of which something was sold
 * @param units units sold, less those that went back
 * @param gross goods at list price, tax inside
 * @param discount what the sites' rates took off
 * @param delivery delivery fees, tax inside
 * @param refunded what went back
 * @param tax tax within the total
 * @param total what buyers paid, less what went back
 * @param before the total of the stretch of the same length just before
 */
public record SalesFigures(
        String currency,
        long orders,
        long units,
        long gross,
        long discount,
        long delivery,
        long refunded,
        long tax,
        long total,
        long before) {

    public static SalesFigures none(String currency) {
        return new SalesFigures(currency, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    }

    /** The total without tax. */
    public long net() {
        return total - tax;
    }

    /** Did anything happen at all? */
    public boolean isEmpty() {
        return orders == 0 && refunded == 0 && total == 0;
    }
}
