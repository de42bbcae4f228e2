package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.UUID;

/**
 * What one seller sold in an order.
 *
 * @param siteId where it was sold
 * @param goods price of the goods after discount, without tax
 * @param delivery fee without tax
 * @param tax on goods and delivery
 * @param commissionBp the mall's rate on goods, basis points
 * @param handlingBp the site's rate on goods, basis points
 */
public record SubOrderSale(
        UUID subOrderId,
        UUID tenantId,
        UUID siteId,
        Money goods,
        Money delivery,
        Money tax,
        int commissionBp,
        int handlingBp) {

    /** What the buyer pays for this part. */
    public Money total() {
        return goods.plus(delivery).plus(tax);
    }
}
