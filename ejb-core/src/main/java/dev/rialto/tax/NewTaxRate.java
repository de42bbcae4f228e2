package dev.rialto.tax;

import dev.rialto.kernel.Violations;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate from a day on; the one before it ends the day before.
 *
 * @param region without it, the whole country
 * @param rateBp basis points, 0 to 10000
 */
public record NewTaxRate(
        String taxClass, String country, @Nullable String region, String name, int rateBp, LocalDate validFrom) {

    /** Throws {@link TaxError#TAX_RATE_INVALID} with every wrong field. */
    void check() {
        new Violations()
                .text("taxClass", taxClass, 30)
                .check(country.matches("[A-Z]{2}"), "country", "country_code")
                .optionalText("region", region, 10)
                .text("name", name, 60)
                .check(rateBp >= 0 && rateBp <= 10_000, "rateBp", "out_of_range", 0, 10_000)
                .raise(TaxError.TAX_RATE_INVALID);
    }
}
