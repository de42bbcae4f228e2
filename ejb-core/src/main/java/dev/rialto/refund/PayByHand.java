package dev.rialto.refund;

import java.util.UUID;

/**
 * Money that staff sent back from the bank.
 *
 * @param note what they did: the line of the bank's statement
 * @param version of the refund that was read
 */
public record PayByHand(UUID refundId, String note, long version) {}
