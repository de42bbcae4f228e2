package dev.rialto.web.wish;

import dev.rialto.web.port.StockWish;
import java.util.List;

/** What a member waits for, or was told of. */
public record AwaitedPage(List<StockWish> awaited) {
    public AwaitedPage {
        awaited = List.copyOf(awaited);
    }
}
