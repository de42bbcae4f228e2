package dev.rialto.staff;

import java.time.Instant;
import java.util.UUID;

/** Somebody asked to work here who has not answered yet. */
public record Invitation(UUID id, String email, String role, Instant invitedAt, Instant expiresAt) {}
