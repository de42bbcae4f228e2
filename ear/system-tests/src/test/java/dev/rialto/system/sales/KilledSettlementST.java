package dev.rialto.system.sales;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mall of its own that settles twice over the same ledger: once undisturbed, once killed amid the work. */
@Tag("A31")
class KilledSettlementST {
    /** Thirteen currencies of two sellers: statements for three chunks of the job. */
    private static final int STATEMENTS = 26;

    @Test
    void aKilledClosingThatIsTakenUpStartedTwiceAndAskedForAgainGivesTheSameBytes(@TempDir Path data) throws Exception {
        try (OwnMall mall = new OwnMall(data)) {
            mall.change(OldSales.MADE);
            mall.settle();
            mall.await(() -> mall.look(CLOSED).equals("1"));
            Map<String, String> undisturbed = mall.papers();
            assertThat(undisturbed).hasSize(STATEMENTS * 2 + 4);
            mall.undo();
            killAmid(mall);
            assertThat(mall.look("select count(*) from settlement_statement"))
                    .as("a part is written")
                    .isEqualTo("10");
            mall.startAgain();
            mall.await(() -> mall.look(CLOSED).equals("1"));
            assertThat(mall.papers()).isEqualTo(undisturbed);
            mall.settle();
            mall.await(() -> mall.look(CLOSED).equals("2"));
            assertThat(mall.papers()).containsAllEntriesOf(undisturbed);
        }
    }

    private static final String CLOSED = "select count(*) from settlement_period where closed_at is not null";

    /** Holds the fifteenth statement, asks twice at once, and kills the mall once it waits for that statement. */
    private static void killAmid(OwnMall mall) throws Exception {
        try (Connection holder = mall.database()) {
            holder.createStatement()
                    .execute("select pg_advisory_lock(hashtextextended('" + mall.fifteenth() + "', 0))");
            CompletableFuture<Void> first = CompletableFuture.runAsync(mall::settle);
            CompletableFuture<Void> second = CompletableFuture.runAsync(mall::settle);
            CompletableFuture.allOf(first, second).join();
            mall.await(() -> mall.look("select count(*) from pg_locks where locktype = 'advisory' and not granted")
                    .equals("1"));
            mall.kill();
        }
    }
}
