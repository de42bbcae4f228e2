package dev.rialto.verification;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A file in the mall's list. */
public record VerificationSummary(
        UUID seller,
        String sellerName,
        VerificationState state,
        boolean sells,
        @Nullable Instant submittedAt,
        @Nullable LocalDate validUntil) {}
