package dev.rialto.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Does a recorded purchase's transactions again by plain JDBC, each time as another order. */
final class Replay {
    private static final Pattern UNDECIDED = Pattern.compile("data type of parameter \\$(\\d+)");
    private static final Pattern ARRAY = Pattern.compile("\\{[^:]*}", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");
    private static final String NUMBERING = "nextval('purchase_number')";

    private final Recording recording;
    private final Variables variables;
    private final Map<String, Map<Integer, String>> types = new HashMap<>();

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
        for (List<Executed> transaction : recording.transactions()) {
            for (Executed one : transaction) {
                while (!isDecided(database, one)) {
                    database.rollback();
                }
            }
        }
        database.rollback();
    }

    private boolean isDecided(Connection database, Executed one) throws SQLException {
        Map<Integer, String> known = types.computeIfAbsent(one.sql(), sql -> new HashMap<>());
        try (PreparedStatement statement = database.prepareStatement(one.jdbc())) {
            for (Map.Entry<Integer, String> type : known.entrySet()) {
                set(statement, type.getKey(), one.values().get(type.getKey() - 1), type.getValue());
            }
            statement.getParameterMetaData().getParameterCount();
            return true;
        } catch (SQLException e) {
            int before = known.size();
            decide(one, String.valueOf(e.getMessage()), known);
            if (known.size() == before) {
                throw new SQLException(one.sql(), e);
            }
            return false;
        }
    }

    private static void decide(Executed one, String refusal, Map<Integer, String> known) {
        Matcher undecided = UNDECIDED.matcher(refusal);
        if (undecided.find()) {
            known.put(Integer.parseInt(undecided.group(1)), "text");
            return;
        }
        int before = known.size();
        note(one, known, ARRAY);
        if (known.size() == before) {
            note(one, known, NUMBER);
        }
    }

    private static void note(Executed one, Map<Integer, String> known, Pattern form) {
        for (int i = 1; i <= one.values().size(); i++) {
            Optional<String> value =
                    one.values().get(i - 1).filter(text -> form.matcher(text).matches());
            if (value.isPresent()) {
                known.putIfAbsent(i, typeOf(value.get()));
            }
        }
    }

    private static String typeOf(String value) {
        if (NUMBER.matcher(value).matches()) {
            return "int4";
        }
        if (value.matches("\\{[0-9a-f]{8}-.*")) {
            return "_uuid";
        }
        return value.matches("\\{-?\\d+(,-?\\d+)*}") ? "_int4" : "_text";
    }

    private static void set(PreparedStatement statement, int i, Optional<String> value, @Nullable String type)
            throws SQLException {
        if (value.isEmpty()) {
            statement.setNull(i, type == null ? Types.OTHER : Types.VARCHAR);
        } else if (type == null) {
            statement.setObject(i, value.get(), Types.OTHER);
        } else {
            PGobject typed = new PGobject();
            typed.setType(type);
            typed.setValue(value.get());
            statement.setObject(i, typed);
        }
    }

    /** One order; the connection does not commit by itself. */
    void once(Connection database) throws SQLException {
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
        if (!isNumbered) {
            throw new IllegalStateException("the replayed purchase became no order");
        }
    }

    private Optional<String> execute(Connection database, Executed one, Variables.Names names) throws SQLException {
        Map<Integer, String> known = types.getOrDefault(one.sql(), Map.of());
        try (PreparedStatement statement = database.prepareStatement(one.jdbc())) {
            for (int i = 1; i <= one.values().size(); i++) {
                set(statement, i, one.values().get(i - 1).map(names::in), known.get(i));
            }
            return statement.execute() ? read(statement.getResultSet(), one) : Optional.empty();
        } catch (SQLException e) {
            throw new SQLException(one.sql() + "\n" + one.values(), e);
        }
    }

    /** Reads all there is, as the server does, and tells the order's number where it is given. */
    private static Optional<String> read(ResultSet rows, Executed one) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<String> seen = new ArrayList<>();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                seen.add(String.valueOf(rows.getString(column)));
            }
        }
        return one.sql().contains(NUMBERING)
                ? seen.stream().filter(value -> value.matches("R\\d+")).findFirst()
                : Optional.empty();
    }
}
