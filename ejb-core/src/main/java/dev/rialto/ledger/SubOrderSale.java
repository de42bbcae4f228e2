package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.util.List;
import java.util.UUID;

/**
 * What one seller sold in an order.
 *
 * @param siteId where it was sold
 * @param goods price of the goods after discount, without tax
 * @param delivery fee without tax
 * @param tax on goods and delivery
 * @param borneByMall what the mall's own coupon takes off the goods, without tax: seller and site get their shares as if
 *     it were paid
 * @param commissionBp the mall's rate on goods, basis points, where there are no fees line by line
 * @param handlingBp the site's rate on goods, basis points
 * @param fees the mall's share line by line; empty where one rate is for all
 */
public record SubOrderSale(
        UUID subOrderId,
        UUID tenantId,
        UUID siteId,
        Money goods,
        Money delivery,
        Money tax,
        Money borneByMall,
        int commissionBp,
        int handlingBp,
        List<SaleFee> fees) {
    public SubOrderSale {
        fees = List.copyOf(fees);
    }

    /** One rate for all, and no coupon of the mall. */
    public SubOrderSale(
            UUID subOrderId,
            UUID tenantId,
            UUID siteId,
            Money goods,
            Money delivery,
            Money tax,
            int commissionBp,
            int handlingBp) {
        this(
                subOrderId,
                tenantId,
                siteId,
                goods,
                delivery,
                tax,
                Money.zero(goods.currency()),
                commissionBp,
                handlingBp,
                List.of());
    }

    SaleShares shares() {
        Money full = goods.plus(borneByMall);
        SaleShares shares =
                fees.isEmpty() ? SaleShares.of(full, commissionBp, handlingBp) : SaleShares.of(full, fees, handlingBp);
        return new SaleShares(shares.mall().minus(borneByMall), shares.feeTax(), shares.site(), shares.seller());
    }

    /** What the buyer pays for this part. */
    public Money total() {
        return goods.plus(delivery).plus(tax);
    }
}
