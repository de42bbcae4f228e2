package dev.rialto.system;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Counts the statements the application sends while something happens. Begin, commit and the tenancy call are not
 * counted. Recurring work of the mall may fall into a run, so the fewest of several runs is the figure.
 */
public final class Statements {
    private static final String COUNTS = """
            select s.query, sum(s.calls)
            from pg_stat_statements s
                join pg_roles r on r.oid = s.userid
                join pg_database d on d.oid = s.dbid
            where r.rolname like 'rialto\\_%' and r.rolname <> 'rialto_owner'
                and d.datname = current_database()
                and s.query !~* '^\\s*(begin|commit|rollback|start|set|reset|show|listen|notify|deallocate|discard)\\y'
                and s.query not like '%set_config(%role%'
            group by s.query
            """;

    private Statements() {}

    /** What is measured; it may throw. */
    public interface Action {
        void run() throws Exception;
    }

    /** The fewest statements that any of some runs took, by text. */
    public static Map<String, Long> fewest(int runs, Action action) {
        Map<String, Long> fewest = during(action);
        for (int run = 1; run < runs; run++) {
            Map<String, Long> next = during(action);
            fewest = sum(next) < sum(fewest) ? next : fewest;
        }
        return fewest;
    }

    /** The statements of one run, by text, with how often each was sent. */
    public static Map<String, Long> during(Action action) {
        try (Connection database = Mall.running().database()) {
            Map<String, Long> before = counts(database);
            action.run();
            Map<String, Long> after = counts(database);
            Map<String, Long> sent = new LinkedHashMap<>();
            after.forEach((query, calls) -> {
                long more = calls - before.getOrDefault(query, 0L);
                if (more > 0) {
                    sent.put(query, more);
                }
            });
            return sent;
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    public static long sum(Map<String, Long> statements) {
        return statements.values().stream().mapToLong(Long::longValue).sum();
    }

    private static Map<String, Long> counts(Connection database) throws SQLException {
        Map<String, Long> counts = new LinkedHashMap<>();
        try (PreparedStatement query = database.prepareStatement(COUNTS);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }
}
