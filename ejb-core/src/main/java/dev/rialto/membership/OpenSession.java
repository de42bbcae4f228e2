package dev.rialto.membership;

import java.time.Instant;

/**
 * A place where an account is signed in.
 *
 * @param id for ending it; opens nothing
 * @param current true for the session that asks
 */
public record OpenSession(
        String id,
        SessionView.Kind kind,
        String device,
        String address,
        Instant createdAt,
        Instant seenAt,
        boolean current) {}
