package dev.rialto.settlement;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the mall kept by one rule; below zero where it went back.
 *
 * @param ruleId null for the seller's own rate
 * @param name of the rule; empty for the seller's own rate
 * @param rateBp in basis points
 * @param basis price without tax that it was counted from
 * @param fee without tax
 * @param tax on the fee
 */
public record RuleFee(@Nullable UUID ruleId, String name, int rateBp, long basis, long fee, long tax) {}
