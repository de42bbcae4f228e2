package dev.rialto.trial;

import java.time.Instant;
import java.util.UUID;

/**
 * An open sandbox.
 *
 * @param id the test tenant
 * @param siteId its storefront
 * @param host where that answers
 */
public record SandboxView(UUID id, UUID siteId, String name, String host, Instant openedAt) {}
