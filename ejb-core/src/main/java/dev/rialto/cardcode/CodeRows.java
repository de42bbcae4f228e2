package dev.rialto.cardcode;

import dev.rialto.kernel.Ids;
import dev.rialto.platform.Database;
import dev.rialto.recharge.CodeText;
import dev.rialto.recharge.Peppers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Writes new codes, many in one statement, each with its first event. */
@ApplicationScoped
class CodeRows {
    private final Database database;
    private final Peppers peppers;
    private final Clock clock;

    @Inject
    CodeRows(Database database, Peppers peppers, Clock clock) {
        this.database = database;
        this.peppers = peppers;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected CodeRows() {
        this(null, null, null);
    }

    /**
     * A code as it is stored.
     *
     * @param mark in hex
     * @param sealed in hex; empty when it is kept by its mark alone
     */
    record NewCode(String mark, String lastFour, String sealed) {}

    /** The new codes of one run: while the database stores a chunk of them, the next is made, marked and sealed. */
    static final class Ahead {
        private final IntFunction<List<NewCode>> maker;
        private @Nullable CompletableFuture<List<NewCode>> next;

        Ahead(IntFunction<List<NewCode>> maker) {
            this.maker = maker;
        }

        /**
         * So many codes that nobody has had yet.
         *
         * @param following how many will be asked for next, as far as known
         */
        List<NewCode> take(int count, int following) {
            List<NewCode> ready = next == null ? List.of() : next.join();
            next = CompletableFuture.supplyAsync(() -> maker.apply(following));
            return ready.size() == count ? ready : maker.apply(count);
        }
    }

    NewCode ready(CodeText code, @Nullable DataKey key) {
        return new NewCode(HexFormat.of().formatHex(peppers.mark(code)), code.lastFour(), sealed(code, key));
    }

    /** Adds codes to a batch behind the first so many; fewer than given when one of them is known. */
    int add(UUID batch, int behind, List<NewCode> codes, String state) {
        List<UUID> ids = codes.stream().map(code -> Ids.next()).toList();
        List<Integer> numbers =
                IntStream.rangeClosed(behind + 1, behind + codes.size()).boxed().toList();
        // the first event has its code's own id: these follow each other, so that the index grows at its end
        return database.sql()
                .createUpdate("""
                        with c as (
                            insert into recharge_code (id, tenant_id, product_id, batch_id, number, mark, pepper_id, last_four,
                                                       state, sealed, seal_key_id, expires_at, changed_at, created_at)
                            select k.id, b.tenant_id, b.product_id, b.id, k.number, decode(k.mark, 'hex'), :pepper, k.four,
                                   :state, nullif(decode(k.sealed, 'hex'), ''::bytea),
                                   case when k.sealed = '' then null else 'batch' end,
                                   (b.expires_on + 1)::timestamp at time zone coalesce(
                                       (select zone from site where kind = 'mall'), 'UTC'), :now, :now
                            from code_batch b,
                                unnest(:ids::uuid[], :numbers::int[], :marks::text[], :fours::text[], :sealed::text[])
                                    k (id, number, mark, four, sealed)
                            where b.id = :batch on conflict do nothing returning id, tenant_id)
                        insert into code_event (id, tenant_id, code_id, became, at)
                        select id, tenant_id, id, :state, :now from c
                        """)
                .bind("batch", batch)
                .bind("pepper", peppers.current())
                .bind("state", state)
                .bind("ids", ids.toArray(UUID[]::new))
                .bind("numbers", numbers.toArray(Integer[]::new))
                .bind("marks", column(codes, NewCode::mark))
                .bind("fours", column(codes, NewCode::lastFour))
                .bind("sealed", column(codes, NewCode::sealed))
                .bind("now", clock.instant())
                .execute();
    }

    private static String sealed(CodeText code, @Nullable DataKey key) {
        byte[] plain = code.text().getBytes(StandardCharsets.US_ASCII);
        return key == null ? "" : HexFormat.of().formatHex(key.seal(plain));
    }

    private static String[] column(List<NewCode> codes, Function<NewCode, String> column) {
        return codes.stream().map(column).toArray(String[]::new);
    }
}
