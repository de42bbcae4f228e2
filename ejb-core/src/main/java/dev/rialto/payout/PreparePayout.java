package dev.rialto.payout;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A run to prepare.
 *
 * @param bankAccountId the mall's account that pays
 * @param executeOn the day on which the bank is to pay
 */
public record PreparePayout(String currency, UUID bankAccountId, LocalDate executeOn) {}
