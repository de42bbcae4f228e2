package dev.rialto.rest.v1.catalogue;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.rialto.goods.ShelfPage;
import dev.rialto.rest.Conditional;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Lists of goods as they are told. As long as nothing changes the shelf gives the very same page again, and its answer is
 * not written anew.
 */
@ApplicationScoped
class Listings {
    private static final long MOST_BYTES = 16_000_000;

    private final LoadingCache<ShelfPage, Conditional.Written> written = Caffeine.newBuilder()
            .weakKeys()
            .maximumWeight(MOST_BYTES)
            .<ShelfPage, Conditional.Written>weigher((page, answer) -> answer.size())
            .build(page -> Conditional.Written.json(Shelves.listing(page)));

    Conditional.Written of(ShelfPage page) {
        return written.get(page);
    }
}
