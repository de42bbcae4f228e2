package dev.rialto.chargeback;

import java.time.Instant;
import java.util.UUID;

/**
 * A piece of evidence.
 *
 * @param kind order, shipment, conversation or file
 * @param bytes its size
 */
public record EvidenceView(UUID id, String kind, String name, String mediaType, long bytes, Instant addedAt) {}
