package dev.rialto.settlement;

/**
 * What came of one rule on a statement, in minor units.
 *
 * @param name of the rule; empty for the seller's own rate
 * @param lines of orders that it was used for
 * @param basis prices without tax that it was counted from
 */
public record RuleSum(String name, int rateBp, long lines, long basis, long fee, long tax) {}
