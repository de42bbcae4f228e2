package dev.rialto.seller;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A seller in a list.
 *
 * @param hosts of his storefronts; none for a seller who has no storefront (A38)
 */
public record SellerSummary(
        UUID id, SellerState state, String name, String email, Instant appliedAt, List<String> hosts, long version) {
    public SellerSummary {
        hosts = List.copyOf(hosts);
    }
}
