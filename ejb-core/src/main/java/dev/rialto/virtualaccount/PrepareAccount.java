package dev.rialto.virtualaccount;

import dev.rialto.kernel.Money;
import java.util.UUID;

/**
 * An account to open for a checkout.
 *
 * @param amount what is due, above zero
 * @param language of the gateway's page: ko, en, ja or zh
 */
public record PrepareAccount(UUID checkoutId, UUID siteId, Money amount, String language) {}
