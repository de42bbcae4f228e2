package dev.rialto.tax;

import java.util.Map;

/** The rates that hold for one place on one day, by tax class; a class without a rate there is not taxed. */
public record TaxRates(Map<String, Rate> byClass) {
    private static final Rate NONE = new Rate("", 0);

    public TaxRates {
        byClass = Map.copyOf(byClass);
    }

    /**
     * One rate.
     *
     * @param name as people know it; empty when there is no tax
     * @param bp basis points
     */
    public record Rate(String name, int bp) {}

    public Rate of(String taxClass) {
        return byClass.getOrDefault(taxClass, NONE);
    }
}
