package dev.rialto.web.console;

import java.util.UUID;

/**
 * Something that a form edits.
 *
 * @param kind as the audit names it: {@code goods}
 */
public record Subject(String kind, UUID id) {}
