package dev.rialto.membership;

import java.time.Instant;
import java.util.UUID;

/**
 * A member in the back office's list.
 *
 * @param joinSiteId whose mark the member carries
 */
public record MemberSummary(
        UUID accountId,
        String email,
        String name,
        String language,
        UUID joinSiteId,
        String joinSite,
        Instant joinedAt) {}
