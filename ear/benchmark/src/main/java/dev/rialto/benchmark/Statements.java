package dev.rialto.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postgresql.util.PGobject;

/** Executes recorded statements again by plain JDBC. */
final class Statements {
    private static final Pattern UNDECIDED = Pattern.compile("data type of parameter \\$(\\d+)");
    private static final Pattern ARRAY = Pattern.compile("\\{(?!\"[^\"]*\"\\s*:).*}", Pattern.DOTALL);
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,9}");

    private final Map<String, Map<Integer, String>> types = new HashMap<>();

    /** Finds out the types that the database cannot tell by itself. */
    void prepare(Connection database, List<List<Executed>> transactions) throws SQLException {
        for (List<Executed> transaction : transactions) {
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

    /** Executes one and tells all that it answered, field by field; each value goes through the given change. */
    List<String> execute(Connection database, Executed one, UnaryOperator<String> change) throws SQLException {
        Map<Integer, String> known = types.getOrDefault(one.sql(), Map.of());
        try (PreparedStatement statement = database.prepareStatement(one.jdbc())) {
            for (int i = 1; i <= one.values().size(); i++) {
                set(statement, i, one.values().get(i - 1).map(change), known.get(i));
            }
            return statement.execute() ? read(statement.getResultSet()) : List.of();
        } catch (SQLException e) {
            throw new SQLException(one.sql() + "\n" + one.values(), e);
        }
    }

    private static List<String> read(ResultSet rows) throws SQLException {
        int columns = rows.getMetaData().getColumnCount();
        List<String> seen = new ArrayList<>();
        while (rows.next()) {
            for (int column = 1; column <= columns; column++) {
                seen.add(String.valueOf(rows.getString(column)));
            }
        }
        return seen;
    }
}
