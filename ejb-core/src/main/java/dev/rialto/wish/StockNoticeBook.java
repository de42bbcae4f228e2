package dev.rialto.wish;

import dev.rialto.goods.Quotes;
import dev.rialto.goods.VariantQuote;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Writes and reads wishes to be told, for workers; {@link StockNotices} says whose. */
@Stateless
@Boundary
public class StockNoticeBook {
    static final Duration TO_CONFIRM = Duration.ofDays(2);
    private static final Duration TOLD_KEPT = Duration.ofDays(30);
    private static final int MOST = 200;
    private static final String VIEW = """
            select n.id, g.slug, t.title,
                   array_to_string(option_words(v.option_texts, v.option_values, :language), ' / ') as variant_title,
                   n.asked_at, n.told_at
            from stock_notice n
            join variant v on v.id = n.variant_id
            join goods g on g.id = v.goods_id
            join lateral (select title from goods_text where goods_id = g.id
                          order by language = :language desc, language = g.default_language desc limit 1) t on true
            """;

    private Database database;
    private Quotes quotes;
    private BackLetters letters;
    private Clock clock;

    @Inject
    public StockNoticeBook(Database database, Quotes quotes, BackLetters letters, Clock clock) {
        this.database = database;
        this.quotes = quotes;
        this.letters = letters;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StockNoticeBook() {}

    /** Refuses what is not on sale at the site, and what can be had. */
    public void requireSoldOut(Caller worker, AskNotice wish) {
        WishPlace place = wish.place();
        VariantQuote quote =
                quotes
                        .of(worker, place.siteId(), place.language(), place.currency(), List.of(wish.variantId()))
                        .stream()
                        .filter(VariantQuote::onSale)
                        .findFirst()
                        .orElseThrow(WishError.WISH_NOT_FOUND::now);
        if (quote.available() > 0) {
            throw WishError.IN_STOCK.because("variant", "in_stock");
        }
    }

    /** A member waits; twice is as good as once. */
    public void wait(Caller worker, AskNotice wish, UUID account) {
        database.sql()
                .createUpdate("""
                        insert into stock_notice (id, variant_id, site_id, account_id, language, currency, state, asked_at)
                        values (:id, :variant, :site, :account, :language, :currency, 'waiting', :now)
                        on conflict (variant_id, site_id, account_id) where account_id is not null and state = 'waiting'
                        do nothing
                        """)
                .bind("id", Ids.next())
                .bind("variant", wish.variantId())
                .bind("site", wish.place().siteId())
                .bind("account", account)
                .bind("language", wish.place().language())
                .bind("currency", wish.place().currency())
                .bind("now", clock.instant())
                .execute();
    }

    private record Asked(UUID id, String state) {}

    /** A guest is mailed a link that confirms the address; one that waits already is not mailed again. */
    public void askToConfirm(Caller worker, AskNotice wish, String email) {
        Asked asked = database.sql()
                .createQuery("""
                        insert into stock_notice (id, variant_id, site_id, email, language, currency, state, asked_at)
                        values (:id, :variant, :site, :email, :language, :currency, 'asked', :now)
                        on conflict (variant_id, site_id, email) where email is not null and state in ('asked', 'waiting')
                        do update set asked_at = case stock_notice.state when 'asked' then excluded.asked_at
                                                 else stock_notice.asked_at end
                        returning id, state
                        """)
                .bind("id", Ids.next())
                .bind("variant", wish.variantId())
                .bind("site", wish.place().siteId())
                .bind("email", email)
                .bind("language", wish.place().language())
                .bind("currency", wish.place().currency())
                .bind("now", clock.instant())
                .mapTo(Asked.class)
                .one();
        if (asked.state().equals("asked")) {
            StockNoticeView about =
                    view(worker, asked.id(), wish.place().language()).orElseThrow();
            letters.askToConfirm(worker, wish.place(), about, email);
        }
    }

    /** One wish to be told, unless it is over. */
    public Optional<StockNoticeView> view(Caller worker, UUID id, String language) {
        return database.sql()
                .createQuery(VIEW + " where n.id = :id and (n.state <> 'asked' or n.asked_at > :since)")
                .bind("id", id)
                .bind("language", language)
                .bind("since", clock.instant().minus(TO_CONFIRM))
                .mapTo(StockNoticeView.class)
                .findOne();
    }

    /** A guest's address is confirmed, when the link is not too old. */
    public void confirm(Caller worker, UUID id) {
        int known = database.sql()
                .createUpdate("""
                        update stock_notice set state = case state when 'asked' then 'waiting' else state end
                        where id = :id and (state <> 'asked' or asked_at > :since)
                        """)
                .bind("id", id)
                .bind("since", clock.instant().minus(TO_CONFIRM))
                .execute();
        if (known == 0) {
            throw WishError.NOTICE_LINK_UNKNOWN.now();
        }
    }

    /** Whoever is behind one wish to be told waits for nothing any more. */
    public void leave(Caller worker, UUID id) {
        database.sql().createUpdate("""
                        delete from stock_notice n using stock_notice one
                        where one.id = :id and (n.id = one.id or n.state <> 'told')
                          and (n.account_id = one.account_id or n.email = one.email)
                        """).bind("id", id).execute();
    }

    /** A member's, the latest first. */
    public List<StockNoticeView> ofMember(Caller worker, UUID account, String language) {
        return database.sql()
                .createQuery(VIEW + " where n.account_id = :account order by n.asked_at desc, n.id limit :most")
                .bind("account", account)
                .bind("language", language)
                .bind("most", MOST)
                .mapTo(StockNoticeView.class)
                .list();
    }

    public void cancel(Caller worker, UUID account, UUID id) {
        database.sql().execute("delete from stock_notice where id = ? and account_id = ?", id, account);
    }

    /** Forgets guests who did not confirm in time, and what was told long ago. */
    public int sweep(Caller worker) {
        return database.sql()
                .createUpdate("""
                        delete from stock_notice where (state = 'asked' and asked_at < :asked)
                            or (state = 'told' and told_at < :told)
                        """)
                .bind("asked", clock.instant().minus(TO_CONFIRM))
                .bind("told", clock.instant().minus(TOLD_KEPT))
                .execute();
    }
}
