package dev.rialto.rest.v1.buying;

import dev.rialto.kernel.Money;
import java.time.Instant;

/** An order in a member's list. */
public record OrderSummary(String number, String state, Instant placedAt, Money total, String firstTitle, int lines) {}
