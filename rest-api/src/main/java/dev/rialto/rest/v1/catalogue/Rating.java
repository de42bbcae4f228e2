package dev.rialto.rest.v1.catalogue;

/**
 * How buyers rate goods.
 *
 * @param count of reviews
 * @param stars of them all, added up
 */
public record Rating(int count, int stars) {}
