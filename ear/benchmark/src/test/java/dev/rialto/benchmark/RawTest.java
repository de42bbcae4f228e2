package dev.rialto.benchmark;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RawTest {
    private static final String KEY = "ab".repeat(32);
    private static final String LOG = """
            ~session=a.1 LOG:  statement: BEGIN
            ~session=b.2 LOG:  statement: BEGIN
            ~session=a.1 LOG:  execute <unnamed>: select set_config('role', $1, true),
            \t$2
            ~session=a.1 DETAIL:  Parameters: $1 = 'rialto_shopper', $2 = 'it''s $3'
            ~session=b.2 LOG:  execute S_2: update job_run set unit = $1
            ~session=b.2 DETAIL:  Parameters: $1 = NULL
            ~session=a.1 LOG:  execute S_1: COMMIT
            ~session=b.2 LOG:  execute S_1: COMMIT
            """;

    @Test
    void readsStatementsAndTheirValuesFromTheLog() {
        List<Executed> all = StatementLog.read(LOG);

        assertThat(all).hasSize(6);
        assertThat(all.get(2).jdbc()).isEqualTo("select set_config('role', ?, true),\n?");
        assertThat(all.get(2).values()).containsExactly(Optional.of("rialto_shopper"), Optional.of("it's $3"));
        assertThat(all.get(3).values()).containsExactly(Optional.empty());
    }

    @Test
    void leavesOtherWorkOutOfAPurchase() {
        Recording recording = Recording.of(StatementLog.read(LOG), 0, 3);

        assertThat(recording.transactions()).hasSize(1);
        assertThat(recording.transactions().get(0))
                .extracting(Executed::session)
                .containsExactly("a.1");
    }

    @Test
    void keepsWhatTwoPurchasesDidAlike() {
        Recording one = new Recording(List.of(did("x"), did("y"), did("z")), 9);
        Recording other = new Recording(List.of(did("y"), did("w"), did("z")), 8);

        assertThat(one.alike(other))
                .containsOnly(new Recording(List.of(did("y"), did("z")), 8))
                .hasSize(2);
    }

    @Test
    void givesEachOrderNamesOfItsOwn() {
        Variables variables = new Variables(Instant.now());
        variables.compare(
                "{\"key\": \"" + KEY + "\", \"amount\": 5}", "{\"key\": \"" + "cd".repeat(32) + "\", \"amount\": 6}");
        Variables.Names names = variables.fresh();

        String key = names.in(KEY);

        assertThat(key).hasSize(64).isNotEqualTo(KEY).matches("[0-9a-f]+");
        assertThat(names.in(KEY + " 5")).isEqualTo(key + " 5");
        assertThat(variables.fresh().in(KEY)).isNotEqualTo(key);
    }

    @Test
    void leavesBytesBytes() {
        Variables variables = new Variables(Instant.now());
        variables.compare("\\x" + KEY, "\\x" + "cd".repeat(32));

        assertThat(variables.fresh().in("\\x" + KEY))
                .matches("\\\\x[0-9a-f]{64}")
                .isNotEqualTo("\\x" + KEY);
    }

    private static List<Executed> did(String sql) {
        return List.of(new Executed("a.1", sql, List.of()));
    }
}
