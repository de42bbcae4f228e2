package dev.rialto.system.order;

import dev.rialto.system.Mall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** What the mall's database says. */
final class Rows {
    private Rows() {}

    static List<String> texts(String sql, Object... arguments) throws SQLException {
        try (Connection database = Mall.running().database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            bind(statement, arguments);
            List<String> texts = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    texts.add(rows.getString(1));
                }
            }
            return texts;
        }
    }

    static long number(String sql, Object... arguments) throws SQLException {
        return Long.parseLong(texts(sql, arguments).get(0));
    }

    static int change(String sql, Object... arguments) throws SQLException {
        try (Connection database = Mall.running().database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            bind(statement, arguments);
            return statement.executeUpdate();
        }
    }

    private static void bind(PreparedStatement statement, Object[] arguments) throws SQLException {
        for (int i = 0; i < arguments.length; i++) {
            statement.setObject(i + 1, arguments[i]);
        }
    }
}
