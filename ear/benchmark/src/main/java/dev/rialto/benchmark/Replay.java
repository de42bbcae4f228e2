package dev.rialto.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Does a recorded purchase's or recharge's transactions again by plain JDBC, each time as another one. */
final class Replay {
    private static final String NUMBERING = "nextval('purchase_number')";

    private final Recording recording;
    private final Variables variables;
    private final Statements statements = new Statements();

    /** Of two purchases of the same goods by two guests, the first made at this time. */
    Replay(Recording recording, Recording twin, Instant recorded) {
        this.recording = recording;
        this.variables = new Variables(recorded);
        for (int t = 0; t < recording.transactions().size(); t++) {
            List<Executed> one = recording.transactions().get(t);
            List<Executed> other = twin.transactions().get(t);
            for (int s = 0; s < one.size(); s++) {
                compare(one.get(s), other.get(s));
            }
        }
    }

    private void compare(Executed one, Executed other) {
        for (int v = 0; v < one.values().size(); v++) {
            variables.compare(
                    one.values().get(v).orElse(""), other.values().get(v).orElse(""));
        }
    }

    /** Whether the recording holds the transaction that makes the order. */
    static boolean isOrder(Recording recording) {
        return recording.transactions().stream().flatMap(List::stream).anyMatch(one -> one.sql()
                .contains(NUMBERING));
    }

    int mallCalls() {
        return recording.mallCalls();
    }

    int statements() {
        return recording.transactions().stream().mapToInt(List::size).sum();
    }

    int transactions() {
        return recording.transactions().size();
    }

    /** Finds out the types that the database cannot tell by itself. */
    void prepare(Connection database) throws SQLException {
        statements.prepare(database, recording.transactions());
    }

    /** One order; the connection does not commit by itself. */
    void once(Connection database) throws SQLException {
        if (!again(database)) {
            throw new IllegalStateException("the replayed purchase became no order");
        }
    }

    /** All transactions once more, and whether they gave an order its number. */
    boolean again(Connection database) throws SQLException {
        Variables.Names names = variables.fresh();
        boolean isNumbered = false;
        for (List<Executed> transaction : recording.transactions()) {
            for (Executed one : transaction) {
                Optional<String> number = execute(database, one, names);
                number.ifPresent(names::numbered);
                isNumbered |= number.isPresent();
            }
            database.commit();
        }
        return isNumbered;
    }

    /** Executes one and tells the order's number where it is given. */
    private Optional<String> execute(Connection database, Executed one, Variables.Names names) throws SQLException {
        List<String> seen = statements.execute(database, one, names::in);
        return one.sql().contains(NUMBERING)
                ? seen.stream().filter(value -> value.matches("R\\d+")).findFirst()
                : Optional.empty();
    }
}
