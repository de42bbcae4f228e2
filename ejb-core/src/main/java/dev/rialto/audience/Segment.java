package dev.rialto.audience;

import java.time.Instant;
import java.util.UUID;

/** A saved choice of members, as it is now. */
public record Segment(UUID id, String name, SegmentCriteria criteria, Instant updatedAt, long version) {}
