package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** A mall that has settled with its sellers: a sale of long ago, and the statement it stands in. */
public final class Settled {
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int DAYS = 110;

    private Settled() {}

    /** Closes a first period, unless there are statements. */
    public static synchronized void once() throws Exception {
        if (look("select count(*) from settlement_statement").equals("0")) {
            sell(DAYS);
            Office.operator().done("/settlement/periods", "close");
            assertThat(awaitEnd()).isEqualTo("completed");
        }
    }

    /** A sale as if made so many days ago. */
    static void sell(int days) throws SQLException {
        SalesST.sell();
        change("update ledger_transfer set at = at - interval '" + days + " days' where id = ("
                + "select id from ledger_transfer where kind = 'sale' order by at desc, id desc limit 1)");
    }

    static int change(String sql) throws SQLException {
        try (Connection database = Mall.running().database();
                PreparedStatement statement = database.prepareStatement(sql)) {
            return statement.executeUpdate();
        }
    }

    static String look(String sql) throws SQLException {
        try (Connection database = Mall.running().database();
                PreparedStatement statement = database.prepareStatement(sql);
                ResultSet rows = statement.executeQuery()) {
            return rows.next() ? rows.getString(1) : "";
        }
    }

    /** Waits until the run of the latest period has ended. */
    static String awaitEnd() throws Exception {
        Instant limit = Instant.now().plus(LIMIT);
        String state = "";
        while (!state.matches("completed|failed|cancelled")) {
            assertThat(Instant.now()).as("the run is %s", state).isBefore(limit);
            Thread.sleep(300);
            state = look("select state from job_run where job = 'close-settlement' order by requested_at desc limit 1");
        }
        return state;
    }
}
