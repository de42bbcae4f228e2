package dev.rialto.payment;

import java.util.UUID;

/** An account of the mall that deposits go to (D50). */
public record BankAccountView(UUID id, String bank, String number, String holder, String currency) {}
