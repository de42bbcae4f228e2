package dev.rialto.commission;

import dev.rialto.ledger.SaleFee;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a sale; amounts in minor units of its currency.
 *
 * @param ruleId the rule; null for the seller's own rate
 * @param name of the rule; empty for the seller's own rate
 * @param rateBp on the price without tax, in basis points
 * @param fixedMinor added for each line
 * @param floorMinor the least for a line
 * @param capMinor the most for a line
 * @param taxBp tax on the fee, in basis points
 */
public record CommissionTerms(
        @Nullable UUID ruleId,
        String name,
        int rateBp,
        long fixedMinor,
        @Nullable Long floorMinor,
        @Nullable Long capMinor,
        int taxBp) {

    /** Only a rate. */
    public static CommissionTerms ofRate(int rateBp) {
        return new CommissionTerms(null, "", rateBp, 0, null, null, 0);
    }

    /**
     * The fee of a line, rounded half up; with its tax never more than the price.
     *
     * @param number of the line in the order
     * @param basis price of the line without tax, not negative
     */
    public SaleFee fee(int number, long basis) {
        long wanted = Math.addExact(share(basis, rateBp), fixedMinor);
        if (floorMinor != null) {
            wanted = Math.max(wanted, floorMinor);
        }
        if (capMinor != null) {
            wanted = Math.min(wanted, capMinor);
        }
        long tax = share(wanted, taxBp);
        if (Math.addExact(wanted, tax) > basis) {
            tax = inside(basis, taxBp);
            wanted = basis - tax;
        }
        return new SaleFee(number, ruleId, basis, rateBp, wanted, tax);
    }

    /**
     * What the fee of a line grows by when its price does: the fee of the dearer price less that of the one before, so
     * that what is fixed is not taken twice and a cap holds for both together.
     *
     * @param before price of the line without tax
     * @param basis what it costs more, without tax
     */
    public SaleFee more(int number, long before, long basis) {
        SaleFee had = fee(number, before);
        SaleFee whole = fee(number, Math.addExact(before, basis));
        // both are rounded, which may leave one unit more than there is
        long tax = Math.min(Math.max(whole.tax() - had.tax(), 0), basis);
        long grown = Math.min(Math.max(whole.fee() - had.fee(), 0), basis - tax);
        return new SaleFee(number, ruleId, basis, rateBp, grown, tax);
    }

    private static long share(long of, int basisPoints) {
        return BigDecimal.valueOf(of)
                .multiply(BigDecimal.valueOf(basisPoints, 4))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    /** The tax inside an amount. */
    private static long inside(long gross, int basisPoints) {
        return BigDecimal.valueOf(gross)
                .multiply(BigDecimal.valueOf(basisPoints))
                .divide(BigDecimal.valueOf(10_000L + basisPoints), 0, RoundingMode.HALF_UP)
                .longValueExact();
    }
}
