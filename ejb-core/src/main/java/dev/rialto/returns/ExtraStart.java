package dev.rialto.returns;

import dev.rialto.payment.PaymentStart;
import java.util.UUID;

/** The payment of a difference, and what became of beginning it. */
public record ExtraStart(UUID payment, PaymentStart start) {}
