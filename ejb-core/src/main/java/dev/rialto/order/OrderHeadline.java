package dev.rialto.order;

import dev.rialto.kernel.Money;
import java.time.Instant;
import java.util.UUID;

/**
 * An order in its buyer's list.
 *
 * @param firstTitle title of the first line
 * @param lines how many lines there are
 */
public record OrderHeadline(
        UUID id, String number, OrderState state, Instant placedAt, Money total, String firstTitle, int lines) {}
