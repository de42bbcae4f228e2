package dev.rialto.web.port;

import org.jspecify.annotations.Nullable;

/** How far a member's wish to sell has come: applied, active, rejected, suspended; with the reason of a refusal. */
public record SellerStanding(
        String name, String state, @Nullable String reason) {}
