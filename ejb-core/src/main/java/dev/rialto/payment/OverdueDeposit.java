package dev.rialto.payment;

import java.time.LocalDate;
import java.util.UUID;

/** A deposit that did not come by its due date. */
public record OverdueDeposit(UUID paymentId, UUID orderId, LocalDate dueOn) {}
