package dev.rialto.web.console.job;

import dev.rialto.platform.JobError;
import dev.rialto.platform.JobRunView;
import dev.rialto.web.console.Phrases;

/** Reasons of rows that an import could not take. */
final class ImportWords {
    private ImportWords() {}

    static String tone(JobRunView.State state) {
        return switch (state) {
            case COMPLETED -> "chip-good";
            case FAILED -> "chip-bad";
            case REQUESTED, RUNNING -> "chip-info";
            case CANCELLED -> "chip-warn";
        };
    }

    static String reason(JobError error, Phrases phrases) {
        String row = "row." + error.code();
        String field = "wrong." + error.code();
        if (phrases.has(row)) {
            return phrases.get(row);
        }
        return phrases.has(field) ? phrases.get(field) : phrases.say("wrong.other", error.code());
    }
}
