package dev.rialto.benchmark;

import java.util.List;
import java.util.Optional;

/**
 * A statement as the database executed it.
 *
 * @param session the connection
 * @param sql with {@code $1} for its first value
 * @param values as text, in their order
 */
record Executed(String session, String sql, List<Optional<String>> values) {
    Executed {
        values = List.copyOf(values);
    }

    boolean begins() {
        return is("begin") || is("begin read only");
    }

    boolean ends() {
        return is("commit") || is("rollback");
    }

    private boolean is(String word) {
        return sql.strip().equalsIgnoreCase(word);
    }

    /** As JDBC wants it: question marks for values, and doubled where they are operators. */
    String jdbc() {
        return sql.replace("?", "??").replaceAll("\\$\\d+", "?");
    }
}
