package dev.rialto.payout;

import java.util.List;

/**
 * What came of a file of the bank.
 *
 * @param booked payouts that are the sellers' balance again
 * @param known that had come back before
 * @param unknown references that are no payout's
 */
public record ReturnsRead(int booked, int known, List<String> unknown) {
    public ReturnsRead {
        unknown = List.copyOf(unknown);
    }
}
