package dev.rialto.recharge;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** The new codes of one run: while the database stores a chunk of them, the next is made, marked and sealed. */
final class CodesAhead {
    private final IntFunction<List<CodeRows.NewCode>> maker;
    private @Nullable CompletableFuture<List<CodeRows.NewCode>> next;

    CodesAhead(IntFunction<List<CodeRows.NewCode>> maker) {
        this.maker = maker;
    }

    /**
     * So many codes that nobody has had yet.
     *
     * @param following how many will be asked for next, as far as known
     */
    List<CodeRows.NewCode> take(int count, int following) {
        List<CodeRows.NewCode> ready = next == null ? List.of() : next.join();
        next = CompletableFuture.supplyAsync(() -> maker.apply(following));
        return ready.size() == count ? ready : maker.apply(count);
    }
}
