package dev.rialto.hosting;

import java.util.UUID;

/**
 * The wish for a domain.
 *
 * @param host as typed, in any script
 */
public record NewDomain(UUID siteId, String host, ProofMethod method) {}
