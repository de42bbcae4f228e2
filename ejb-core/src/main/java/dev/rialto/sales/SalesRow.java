package dev.rialto.sales;

/**
 * What one group sold.
 *
 * @param key first day of a stretch of time, id of a seller, of goods, of a variant or of a site; {@code delivery} for
 *     the fees, which belong to no goods
 * @param name how it is called; empty for stretches of time, for delivery, and for a site the caller may not see
 * @param detail what tells it from its like: the variant's options, the goods' seller
 */
public record SalesRow(String key, String name, String detail, SalesFigures figures) {

    /** The fees, in views by goods. */
    public boolean isDelivery() {
        return key.equals("delivery");
    }
}
