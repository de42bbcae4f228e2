package dev.rialto.rest.v1.catalogue;

/**
 * Where something is found that has another name in addresses by now.
 *
 * @param slug its present name
 */
public record Moved(String slug) {}
