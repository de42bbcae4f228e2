package dev.rialto.document;

import dev.rialto.sales.SalesQuery;

/**
 * Whose sales a statement tells, and which.
 *
 * @param name of the seller, or of the mall for all sellers together
 * @param query the same as of the page, so that the grand totals are the same; its language is the paper's
 */
public record StatementOf(String name, SalesQuery query) {}
