package dev.rialto.kernel;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;

/**
 * An amount in whole minor units of a currency (ISO 4217): 1250 USD is $12.50, 1250 KRW is ₩1,250.
 *
 * @param minor minor units; negative amounts are debts and mirrors
 * @param currency three-letter ISO 4217 code
 */
public record Money(long minor, String currency) implements Comparable<Money> {
    public Money {
        if (!currency.matches("[A-Z]{3}")) {
            throw new IllegalArgumentException("currency is three capital letters, not " + currency);
        }
    }

    public static Money zero(String currency) {
        return new Money(0, currency);
    }

    public Money plus(Money other) {
        return new Money(Math.addExact(minor, sameCurrency(other).minor), currency);
    }

    public Money minus(Money other) {
        return new Money(Math.subtractExact(minor, sameCurrency(other).minor), currency);
    }

    public Money times(long quantity) {
        return new Money(Math.multiplyExact(minor, quantity), currency);
    }

    public Money negated() {
        return new Money(Math.negateExact(minor), currency);
    }

    /** This amount times a rate, in whole minor units. */
    public Money times(BigDecimal rate, RoundingMode rounding) {
        return new Money(
                BigDecimal.valueOf(minor).multiply(rate).setScale(0, rounding).longValueExact(), currency);
    }

    /**
     * What remains after a discount in basis points (1 % is 100); the discount is rounded half up.
     */
    public Money lessBasisPoints(int basisPoints) {
        return minus(times(BigDecimal.valueOf(basisPoints, 4), RoundingMode.HALF_UP));
    }

    /** Splits by weights without losing a unit: the shares always sum to this amount. */
    public List<Money> allocate(List<Long> weights) {
        long total = weights.stream().mapToLong(Long::longValue).sum();
        if (total <= 0) {
            throw new IllegalArgumentException("weights must sum to more than 0");
        }
        List<Money> shares = new ArrayList<>(weights.size());
        long given = 0;
        long seen = 0;
        for (long weight : weights) {
            seen = Math.addExact(seen, weight);
            long upTo = BigDecimal.valueOf(minor)
                    .multiply(BigDecimal.valueOf(seen))
                    .divide(BigDecimal.valueOf(total), 0, RoundingMode.HALF_UP)
                    .longValueExact();
            shares.add(new Money(upTo - given, currency));
            given = upTo;
        }
        return List.copyOf(shares);
    }

    public boolean isZero() {
        return minor == 0;
    }

    public boolean isNegative() {
        return minor < 0;
    }

    public boolean isMoreThan(Money other) {
        return compareTo(other) > 0;
    }

    /** The amount as people of that language write it: {@code ₩12,000}, {@code $12.50}. */
    public String format(Locale locale) {
        NumberFormat format = NumberFormat.getCurrencyInstance(locale);
        Currency known = Currency.getInstance(currency);
        format.setCurrency(known);
        format.setMinimumFractionDigits(known.getDefaultFractionDigits());
        format.setMaximumFractionDigits(known.getDefaultFractionDigits());
        return format.format(toDecimal());
    }

    /** The amount in major units: 12.50 for 1250 USD. */
    public BigDecimal toDecimal() {
        return BigDecimal.valueOf(minor, Currency.getInstance(currency).getDefaultFractionDigits());
    }

    /**
     * Reads an amount in major units.
     *
     * @throws ArithmeticException when it has more decimals than the currency
     */
    public static Money ofDecimal(BigDecimal amount, String currency) {
        return new Money(
                amount.movePointRight(Currency.getInstance(currency).getDefaultFractionDigits())
                        .longValueExact(),
                currency);
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(minor, sameCurrency(other).minor);
    }

    private Money sameCurrency(Money other) {
        if (!currency.equals(other.currency)) {
            throw new IllegalArgumentException("cannot mix " + currency + " with " + other.currency);
        }
        return other;
    }

    @Override
    public String toString() {
        return minor + " " + currency;
    }
}
