package dev.rialto.audience;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A member in a list. */
public record MemberLine(
        UUID accountId,
        String name,
        String email,
        @Nullable String phone,
        String language,
        @Nullable String gender,
        @Nullable LocalDate birthDate,
        @Nullable String region,
        @Nullable String occupation,
        String joinSite,
        Instant joinedAt,
        boolean wantsNews) {}
