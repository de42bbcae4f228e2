package dev.rialto.tax;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A rate for its time.
 *
 * @param country ISO 3166 code of two capital letters
 * @param region part of the country (ISO 3166-2 without the country); without it, the rest of the country
 * @param name as people know it: "VAT 10 %"
 * @param rateBp basis points
 * @param validFrom first day
 * @param validTo last day; open when absent
 */
public record TaxRate(
        UUID id,
        String taxClass,
        String country,
        @Nullable String region,
        String name,
        int rateBp,
        LocalDate validFrom,
        @Nullable LocalDate validTo) {}
