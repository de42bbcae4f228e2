package dev.rialto.commission;

import dev.rialto.kernel.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A sale that was not made, to see what it would cost.
 *
 * @param price of one line, without tax
 * @param on the day, in the mall's zone
 */
public record SampleSale(UUID tenantId, UUID siteId, UUID categoryId, Money price, LocalDate on) {}
