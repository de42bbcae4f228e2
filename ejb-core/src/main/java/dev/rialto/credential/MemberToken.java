package dev.rialto.credential;

import java.util.UUID;

/** Whom a member's token names, and for which storefront it was given. */
public record MemberToken(UUID account, UUID site) {}
