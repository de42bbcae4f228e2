package dev.rialto.commission;

import dev.rialto.kernel.Money;

/**
 * What a sale would cost; the four shares sum to the price.
 *
 * @param terms what holds for it
 * @param fee the mall's, without tax
 * @param feeTax tax on the fee
 * @param handling the storefront's
 * @param seller what is left for the seller
 */
public record SampleCost(CommissionTerms terms, Money fee, Money feeTax, Money handling, Money seller) {}
