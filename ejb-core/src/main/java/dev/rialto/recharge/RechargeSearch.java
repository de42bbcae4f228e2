package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Keyset;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.MasterKey;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Recharges as channels and the mall read them: accounts masked, each channel its own tree (E12, E30, E31, E35). */
@Stateless
@Boundary
public class RechargeSearch {
    static final String ACCOUNT = "recharge-account";
    private static final int MOST = 1000;

    private Database database;
    private MasterKey master;

    @Inject
    public RechargeSearch(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RechargeSearch() {}

    /**
     * What is looked for; null is any.
     *
     * @param text the last four of a code, a whole account, or a request's number
     * @param cursor where the last page ended
     */
    public record Filter(
            RechargeView.@Nullable State state,
            @Nullable String text,
            @Nullable UUID channel,
            @Nullable String cursor,
            int limit) {}

    /**
     * A line of the list.
     *
     * @param reason as it is logged, more than strangers hear
     * @param owner whose code it was
     * @param lastFour of the code, if there was one
     */
    public record Line(
            UUID id,
            UUID channelId,
            String channel,
            @Nullable String owner,
            String source,
            RechargeView.State state,
            @Nullable String reason,
            @Nullable String sku,
            @Nullable UUID codeId,
            @Nullable String lastFour,
            String account,
            @Nullable String providerNumber,
            String unit,
            Instant createdAt,
            @Nullable Instant finishedAt) {}

    /** A step of a request (E12). */
    public record Step(String module, String result, String unit, Instant at) {}

    private static final String LINES = """
            select r.id, r.tenant_id as channel_id, n.name as channel, o.name as owner, r.source, upper(r.state) as state,
                   r.reason, p.sku, r.code_id, c.last_four, r.account_masked as account, r.provider_number, r.unit,
                   r.created_at, r.finished_at
            from recharge_request r
            left join seller n on n.id = r.tenant_id left join seller o on o.id = r.owner_id
            left join card_product p on p.id = r.product_id left join recharge_code c on c.id = r.code_id
            """;

    /**
     * Recharges, latest first.
     *
     * @throws dev.rialto.kernel.DomainException {@link RechargeError#INVALID_RECHARGE} for a wrong cursor
     */
    public Page<Line> list(Caller caller, Filter filter) {
        Permissions.require(caller, Permissions.RECHARGE_VIEW);
        Keyset after = Keyset.read(filter.cursor(), RechargeError.INVALID_RECHARGE);
        int limit = Math.max(1, Math.min(MOST, filter.limit()));
        String text = filter.text() == null ? "" : filter.text().strip();
        List<Line> found = database.sql()
                .createQuery(LINES + """
                        where (:state::text is null or r.state = :state)
                          and (:channel::uuid is null or r.tenant_id = :channel)
                          and (:text = '' or r.id = :number::uuid or r.account_mark = :mark or c.last_four = :four)
                          and (:at::timestamptz is null or (r.created_at, r.id) < (:at, :id::uuid))
                        order by r.created_at desc, r.id desc limit :limit
                        """)
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("channel", filter.channel())
                .bind("text", text)
                .bind("number", Ids.parse("recharge", text).orElse(null))
                .bind("mark", Account.mark(master, ACCOUNT, text))
                .bind("four", text.toUpperCase(Locale.ROOT))
                .bindMethods(after)
                .bind("limit", limit + 1)
                .mapTo(Line.class)
                .list();
        return Page.of(found, limit, line -> line, line -> Keyset.after(line.createdAt(), line.id()));
    }

    /**
     * One recharge.
     *
     * @throws dev.rialto.kernel.DomainException {@link RechargeError#RECHARGE_NOT_FOUND}, also outside the caller's tree
     */
    public Line view(Caller caller, UUID request) {
        Permissions.require(caller, Permissions.RECHARGE_VIEW);
        return database.sql()
                .createQuery(LINES + "where r.id = :id")
                .bind("id", request)
                .mapTo(Line.class)
                .findOne()
                .orElseThrow(RechargeError.RECHARGE_NOT_FOUND::now);
    }

    /** Every step of one recharge, in order. */
    public List<Step> steps(Caller caller, UUID request) {
        Permissions.require(caller, Permissions.RECHARGE_VIEW);
        return database.sql()
                .createQuery("""
                        select module, result, unit, at from recharge_step where request_id = :request order by at, id
                        limit :most
                        """)
                .bind("request", request)
                .bind("most", MOST)
                .mapTo(Step.class)
                .list();
    }

    /**
     * Sold codes and whether they were recharged (E30).
     *
     * @param soldAt when; null where nobody told
     * @param rechargedAt when; null as long as they were not
     * @param account masked
     */
    public record Sold(
            UUID codeId,
            String channel,
            String sku,
            String lastFour,
            CodeState state,
            @Nullable Instant soldAt,
            @Nullable Instant rechargedAt,
            @Nullable String account,
            Instant expiresAt) {}

    /** Which of the sold codes are to be listed. */
    public enum Which {
        ALL(List.of("sold", "used")),
        RECHARGED(List.of("used")),
        NOT_RECHARGED(List.of("sold"));

        private final List<String> states;

        Which(List<String> states) {
            this.states = states;
        }
    }

    /**
     * Which sold codes are looked for; null is any.
     *
     * @param after the last code of the page before
     */
    public record SoldFilter(
            Which which, @Nullable UUID channel, @Nullable UUID after, int limit) {}

    /** Codes that were sold, or used without anybody telling that they were; those of the caller's tree. */
    public Page<Sold> sold(Caller caller, SoldFilter filter) {
        Permissions.require(caller, Permissions.RECHARGE_VIEW);
        int most = Math.max(1, Math.min(MOST, filter.limit()));
        List<Sold> found = database.sql()
                .createQuery("""
                        select c.id as code_id, n.name as channel, p.sku, c.last_four, upper(c.state) as state,
                               (select min(e.at) from code_event e where e.code_id = c.id and e.became = 'sold') as sold_at,
                               r.finished_at as recharged_at, r.account_masked as account, c.expires_at
                        from recharge_code c join card_product p on p.id = c.product_id join seller n on n.id = c.tenant_id
                        left join recharge_request r on r.code_id = c.id and r.state = 'done'
                        where c.state = any(:states) and (:channel::uuid is null or c.tenant_id = :channel)
                          and (:after::uuid is null or c.id < :after)
                        order by c.id desc limit :limit
                        """)
                .bindArray("states", String.class, filter.which().states)
                .bind("channel", filter.channel())
                .bind("after", filter.after())
                .bind("limit", most + 1)
                .mapTo(Sold.class)
                .list();
        return Page.of(found, most, row -> row, row -> row.codeId().toString());
    }
}
