package dev.rialto.platform;

import org.jspecify.annotations.Nullable;

/**
 * What a job could not take from its input.
 *
 * @param number order of discovery, unique in a run
 * @param line line of the input, from 1
 * @param columnName column as the file names it
 * @param code stable name of the reason
 * @param value what was found, shortened
 * @param severity {@code error}: the item was left out; {@code warning}: it went in without this
 */
public record JobError(
        int number,
        @Nullable Long line,
        @Nullable String columnName,
        String code,
        @Nullable String value,
        String severity) {}
