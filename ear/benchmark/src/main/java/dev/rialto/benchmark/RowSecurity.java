package dev.rialto.benchmark;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/**
 * What row-level security costs: the SQL of the gateway's reads as the application executes it, and by a superuser whom
 * no policy binds, turn by turn on two connections.
 */
final class RowSecurity {
    private static final int TURNS = 21;
    private static final int READS_OF_TURN = 150;
    private static final double LIMIT = 1.25;

    private final MeasuredMall mall;
    private final List<List<Executed>> transactions;
    private final Statements statements = new Statements();

    private RowSecurity(MeasuredMall mall, List<List<Executed>> transactions) {
        this.mall = mall;
        this.transactions = transactions;
    }

    /** Watches a list and a goods page of the gateway. */
    static RowSecurity watched(MeasuredMall mall, Gateway gateway) throws Exception {
        gateway.readOnce();
        // what was read is kept while nothing changes
        try (Connection database = mall.superuser();
                Statement change = database.createStatement()) {
            change.execute("update site set version = version");
        }
        try (StatementLog log = new StatementLog(mall.databaseLog(), mall.superuser())) {
            List<List<Executed>> reads = Recording.transactions(log.watch(gateway::readOnce)).stream()
                    .filter(transaction ->
                            transaction.stream().anyMatch(one -> one.sql().contains("shelf")))
                    .toList();
            if (reads.isEmpty()) {
                throw new IllegalStateException("the gateway read no goods");
            }
            return new RowSecurity(mall, reads);
        }
    }

    /** The figures as a sentence. */
    String line() throws Exception {
        try (Connection bound = open(mall.application());
                Connection free = open(mall.superuser())) {
            statements.prepare(bound, transactions);
            compareAnswers(bound, free);
            List<Double> shares = new ArrayList<>();
            for (int turn = 0; turn < TURNS; turn++) {
                double with = nanos(bound, UnaryOperator.identity());
                shares.add(with / nanos(free, RowSecurity::unbound));
            }
            double share = shares.stream().sorted().toList().get(TURNS / 2);
            return String.format(
                    Locale.ROOT,
                    "Row-level security: %d statements of a list and a goods page take %.2f × their time without it, "
                            + "aim %.2f %s",
                    transactions.stream().mapToInt(List::size).sum(),
                    share,
                    LIMIT,
                    share <= LIMIT ? "met" : "missed");
        }
    }

    private static Connection open(Connection connection) throws SQLException {
        connection.setAutoCommit(false);
        return connection;
    }

    /** The same settings for the transaction, but the superuser stays who he is. */
    private static String unbound(String value) {
        return value.matches("rialto_[a-z]+") ? "none" : value;
    }

    private void compareAnswers(Connection bound, Connection free) throws SQLException {
        if (!answers(bound, UnaryOperator.identity()).equals(answers(free, RowSecurity::unbound))) {
            throw new IllegalStateException("without row-level security the reads answer something else");
        }
    }

    private List<List<String>> answers(Connection database, UnaryOperator<String> change) throws SQLException {
        List<List<String>> all = new ArrayList<>();
        for (List<Executed> transaction : transactions) {
            for (Executed one : transaction) {
                List<String> answer = statements.execute(database, one, change);
                all.add(one.sql().contains("set_config") ? List.of() : answer);
            }
            database.commit();
        }
        return all;
    }

    private double nanos(Connection database, UnaryOperator<String> change) throws SQLException {
        long start = System.nanoTime();
        for (int read = 0; read < READS_OF_TURN; read++) {
            answers(database, change);
        }
        return System.nanoTime() - start;
    }
}
