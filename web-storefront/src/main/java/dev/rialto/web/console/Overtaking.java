package dev.rialto.web.console;

import java.time.Instant;

/**
 * Who changed the thing of a form last, and when.
 *
 * @param name in the reader's words: somebody, when there is no name
 */
public record Overtaking(String name, Instant at) {}
