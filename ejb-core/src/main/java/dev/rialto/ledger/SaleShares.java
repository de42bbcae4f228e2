package dev.rialto.ledger;

import dev.rialto.kernel.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;

/**
 * Who gets what of the price of goods. The seller's share is the remainder, so that all always sum to the price.
 *
 * @param mall the mall's commission, rounded half up
 * @param feeTax tax on the commission
 * @param site the fee of the site where it was sold, rounded half up, at most what the commission leaves
 * @param seller the rest
 */
public record SaleShares(Money mall, Money feeTax, Money site, Money seller) {

    /**
     * @param goods price of the goods without tax, not negative
     * @param commissionBp the mall's rate in basis points, 0 to 10000
     * @param handlingBp the site's rate in basis points, 0 to 10000
     */
    public static SaleShares of(Money goods, int commissionBp, int handlingBp) {
        if (goods.isNegative()) {
            throw new IllegalArgumentException("goods must not be negative: " + goods);
        }
        return of(goods, share(goods, commissionBp), Money.zero(goods.currency()), handlingBp);
    }

    /**
     * The same with the commission line by line.
     *
     * @param fees of all lines; they are within the price
     */
    public static SaleShares of(Money goods, List<SaleFee> fees, int handlingBp) {
        Money mall = new Money(fees.stream().mapToLong(SaleFee::fee).sum(), goods.currency());
        Money tax = new Money(fees.stream().mapToLong(SaleFee::tax).sum(), goods.currency());
        return of(goods, mall, tax, handlingBp);
    }

    private static SaleShares of(Money goods, Money mall, Money feeTax, int handlingBp) {
        Money afterMall = goods.minus(mall).minus(feeTax);
        if (afterMall.isNegative()) {
            throw new IllegalArgumentException("commission must be within " + goods + ", not " + mall);
        }
        Money fee = share(goods, handlingBp);
        Money site = fee.isMoreThan(afterMall) ? afterMall : fee;
        return new SaleShares(mall, feeTax, site, afterMall.minus(site));
    }

    private static Money share(Money of, int rateBp) {
        if (rateBp < 0 || rateBp > 10_000) {
            throw new IllegalArgumentException("rate must be from 0 to 10000 basis points, not " + rateBp);
        }
        return of.times(BigDecimal.valueOf(rateBp, 4), RoundingMode.HALF_UP);
    }
}
