package dev.rialto.stock;

import dev.rialto.kernel.Page;

/**
 * A page of stock levels and the sums of all that were asked for.
 *
 * @param levels the page
 * @param total of every level that the filter lets through, whatever page is shown (D88)
 */
public record LevelsWithTotal(Page<StockLevel> levels, StockTotals total) {}
