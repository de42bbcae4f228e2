package dev.rialto.refund;

import java.util.UUID;

/**
 * A second person's decision about a refund that waits.
 *
 * @param note why; a refusal must say it
 * @param version of the refund that was read
 */
public record DecideRefund(UUID refundId, String note, long version) {}
