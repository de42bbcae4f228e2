package dev.rialto.wish;

import dev.rialto.goods.Quotes;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Mails those who wait once what they wait for can be had again. */
@Stateless
@Boundary
public class BackInStock {
    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    private Database database;
    private Quotes quotes;
    private BackLetters letters;
    private Clock clock;

    @Inject
    public BackInStock(Database database, Quotes quotes, BackLetters letters, Clock clock) {
        this.database = database;
        this.quotes = quotes;
        this.letters = letters;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BackInStock() {}

    /** Somebody who waits, and how to reach them. */
    record Waiting(
            UUID id,
            UUID variantId,
            UUID siteId,
            String language,
            String currency,
            String email,
            @Nullable String name) {
        WishPlace place() {
            return new WishPlace(siteId, language, currency);
        }
    }

    /**
     * Writes one mail for each who waits for what is there now, in the transaction that ends the waiting: two workers, or
     * another turn, never write twice.
     *
     * @param caller a worker
     * @return how many mails were written
     */
    public int tell(Caller caller, int limit) {
        int told = 0;
        for (Waiting waiting : claim(limit)) {
            List<VariantQuote> quote = quotes.of(
                    caller, waiting.siteId(), waiting.language(), waiting.currency(), List.of(waiting.variantId()));
            if (quote.stream().anyMatch(each -> each.onSale() && each.available() > 0)) {
                end(waiting);
                letters.back(caller, waiting, quote.get(0));
                told++;
            }
        }
        return told;
    }

    /** What can be had but not at the site asked for is looked at again later. */
    private List<Waiting> claim(int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select n.id from stock_notice n
                            where n.state = 'waiting' and (n.looked_at is null or n.looked_at < :again)
                              and exists (select from stock k where k.variant_id = n.variant_id and k.available > 0)
                            order by n.asked_at, n.id limit :limit for update of n skip locked)
                        update stock_notice n set looked_at = :now
                        from due, stock_notice o left join person p on p.account_id = o.account_id
                        where n.id = due.id and o.id = n.id and coalesce(o.email, p.email) is not null
                        returning n.id, n.variant_id, n.site_id, coalesce(p.language, n.language) as language, n.currency,
                            coalesce(o.email, p.email) as email, p.name
                        """)
                .bind("again", clock.instant().minus(LOOK_AGAIN))
                .bind("now", clock.instant())
                .bind("limit", limit)
                .mapTo(Waiting.class)
                .list();
    }

    private void end(Waiting waiting) {
        database.sql()
                .execute(
                        "update stock_notice set state = 'told', told_at = ? where id = ?",
                        clock.instant(),
                        waiting.id());
    }
}
