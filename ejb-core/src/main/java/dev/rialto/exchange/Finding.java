package dev.rialto.exchange;

import dev.rialto.platform.JobError;
import org.jspecify.annotations.Nullable;

/** Something wrong in the file: where and what. */
record Finding(
        long line,
        @Nullable String column,
        String code,
        @Nullable String value,
        boolean isError) {
    private static final int LONGEST_VALUE = 100;

    static Finding error(long line, @Nullable String column, String code, @Nullable String value) {
        return new Finding(line, column, code, value, true);
    }

    static Finding warning(long line, @Nullable String column, String code, @Nullable String value) {
        return new Finding(line, column, code, value, false);
    }

    JobError numbered(int number) {
        return new JobError(number, line, column, code, shortened(), isError ? "error" : "warning");
    }

    private @Nullable String shortened() {
        if (value == null) {
            return null;
        }
        String plain = value.replaceAll("\\p{Cntrl}", " ");
        return plain.length() <= LONGEST_VALUE ? plain : plain.substring(0, LONGEST_VALUE) + "…";
    }
}
