package dev.rialto.exchange;

import dev.rialto.platform.JobRunView;

/**
 * An import as people see it: the run counts rows of the file.
 *
 * @param created goods that are new
 * @param updated goods that were known by their handle and are not as they were
 * @param unchanged goods that are as the file says already
 * @param refused goods that were left out
 * @param warnings things goods went in without
 */
public record ImportView(
        JobRunView run,
        ImportRequest request,
        long created,
        long updated,
        long unchanged,
        long refused,
        long warnings) {}
