package dev.rialto.recharge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.channel.CardProviders;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.PlatformError;
import dev.rialto.platform.Tries;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The rows of recharges on their way in, each step one statement in a transaction of its own. For workers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RechargeBook {
    /** As long as a unit may take to call a provider before another asks what became of it. */
    static final Duration PATIENCE = Duration.ofSeconds(60);

    static final String VIEWS = """
            select r.id, r.tenant_id as channel, upper(r.state) as state, coalesce(p.names::text, '{}') as names,
                   r.reason, r.account_masked as account, r.provider_number, r.unit, r.created_at, r.finished_at
            from recharge_request r left join card_product p on p.id = r.product_id
            """;
    private static final Duration KEPT = Duration.ofDays(365);
    private static final TypeReference<Map<String, String>> TEXTS = new TypeReference<>() {};

    private Database database;
    private Tries tries;
    private RechargeSettings settings;
    private Clock clock;

    @Inject
    public RechargeBook(Database database, Tries tries, RechargeSettings settings, Clock clock) {
        this.database = database;
        this.tries = tries;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RechargeBook() {}

    /** A row of {@link #VIEWS}. */
    record Row(
            UUID id,
            UUID channel,
            RechargeView.State state,
            String names,
            @Nullable String reason,
            String account,
            @Nullable String providerNumber,
            String unit,
            Instant createdAt,
            @Nullable Instant finishedAt) {
        RechargeView view() {
            return new RechargeView(
                    id,
                    channel,
                    state,
                    RechargeBook.names(names),
                    told(reason),
                    account,
                    providerNumber,
                    unit,
                    createdAt,
                    finishedAt);
        }
    }

    static Map<String, String> names(String json) {
        return Json.read(json, TEXTS);
    }

    /** Strangers hear the same of every wrong code. */
    private static @Nullable String told(@Nullable String reason) {
        return reason != null && reason.startsWith("code_") ? "code_refused" : reason;
    }

    /** One recharge as strangers may see it. */
    public Optional<RechargeView> view(Caller worker, UUID request) {
        return database.sql()
                .createQuery(VIEWS + "where r.id = :id")
                .bind("id", request)
                .mapTo(Row.class)
                .findOne()
                .map(Row::view);
    }

    /** What a try comes to before the provider is asked. */
    public sealed interface Judged {
        /** The same request came before, and this became of it. */
        record Known(RechargeView view) implements Judged {}

        /** There were too many tries lately: it is left at that. */
        record TooOften() implements Judged {}

        /** It is refused, and written down. */
        record Refused(Facts.Verdict verdict) implements Judged {}

        /** Nothing is wrong with it. */
        record Good(Facts facts) implements Judged {}
    }

    /**
     * Judges a try; one that is refused is written down with its reason.
     *
     * @param tried the things whose tries are counted; none for a recharge that follows a sale
     * @param most as many tries of one thing are let through within {@link Recharges#WINDOW}
     * @throws DomainException {@code idempotency_key_reused} for another request under the same id
     */
    public Judged judge(Caller worker, Attempt attempt, List<String> tried, int most) {
        Facts facts = facts(attempt);
        if (facts.earlier() != null) {
            return new Judged.Known(view(worker, facts.earlier()).orElseThrow(RechargeError.RECHARGE_NOT_FOUND::now));
        }
        if (!tried.isEmpty() && tries.count(tried, Recharges.WINDOW) > most) {
            return new Judged.TooOften();
        }
        Facts.Verdict verdict = facts.judge(attempt, clock.instant());
        if (verdict == null) {
            return new Judged.Good(facts);
        }
        refuse(worker, attempt, facts, verdict);
        return new Judged.Refused(verdict);
    }

    /** All that is known of a try. */
    private Facts facts(Attempt attempt) {
        Query query = database.sql().createQuery("""
                        select k.id as earlier_id, k.request_hash = :hash as earlier_same,
                               c.id as code_id, c.tenant_id as owner_id, c.state as code_state, c.held_by, c.expires_at,
                               p.id as product_id, p.sku, p.names::text as names, p.account_form, s.remaining,
                               f.id as proof_id, f.code_hash as proof_hash, coalesce(f.tries, 0) as proof_tries,
                               f.expires_at as proof_expires_at,
                        """ + CardProviders.Sealed.COLUMNS + """
                        from (select 1) as one
                        left join recharge_request k on k.tenant_id = :channel and k.client_key = :clientKey
                        left join recharge_code c on c.mark = any(array(select decode(m, 'hex') from unnest(:marks) m))
                        left join card_product p on p.id = c.product_id
                        left join card_provider v on v.id = p.provider_id
                        left join card_stock s on s.tenant_id = c.tenant_id and s.product_id = c.product_id
                        left join lateral (
                            select * from recharge_proof w
                            where w.tenant_id = :channel and w.contact_mark = :contactMark and w.used_at is null
                            order by w.created_at desc limit 1) f on true
                        """);
        return query.bindArray("marks", String.class, attempt.marks())
                .bindMethods(attempt)
                .map((row, context) -> new Facts(earlier(row), found(row, context), proof(row, context)))
                .one();
    }

    private static @Nullable UUID earlier(ResultSet row) throws SQLException {
        UUID earlier = row.getObject("earlier_id", UUID.class);
        if (earlier != null && !row.getBoolean("earlier_same")) {
            throw new DomainException(PlatformError.IDEMPOTENCY_KEY_REUSED);
        }
        return earlier;
    }

    private static Facts.@Nullable Code found(ResultSet row, StatementContext context) throws SQLException {
        if (row.getObject("code_id") == null) {
            return null;
        }
        return new Facts.Code(
                row.getObject("code_id", UUID.class),
                row.getObject("owner_id", UUID.class),
                row.getString("code_state"),
                row.getObject("held_by", UUID.class),
                row.getTimestamp("expires_at").toInstant(),
                row.getObject("product_id", UUID.class),
                row.getString("sku"),
                row.getString("names"),
                row.getString("account_form"),
                row.getLong("remaining"),
                context.findRowMapperFor(CardProviders.Sealed.class)
                        .orElseThrow()
                        .map(row, context));
    }

    private static Facts.@Nullable Proof proof(ResultSet row, StatementContext context) throws SQLException {
        if (row.getObject("proof_id") == null) {
            return null;
        }
        return new Facts.Proof(
                row.getObject("proof_id", UUID.class),
                row.getString("proof_hash"),
                row.getInt("proof_tries"),
                row.getTimestamp("proof_expires_at").toInstant());
    }

    /**
     * Takes verification, code and card in one statement and notes that the provider is going to be asked.
     *
     * @throws Lost when another was faster; then nothing is taken
     */
    public void hold(Caller worker, Attempt attempt, Facts facts) {
        Facts.Code code = Objects.requireNonNull(facts.code());
        Held held = bound(attempt, database.sql().createQuery("""
                        with proof as (
                            update recharge_proof set used_at = :now where id = :proof and used_at is null returning id),
                        code as (
                            update recharge_code set held_by = :id, changed_at = :now
                            where id = :code and held_by is null and state in ('assigned', 'sold') and expires_at > :now
                              and (:proof::uuid is null or exists (select from proof))
                            returning id, tenant_id, product_id),
                        stock as (
                            update card_stock s set used = s.used + 1 from code c
                            where s.tenant_id = c.tenant_id and s.product_id = c.product_id and s.remaining > 0
                            returning s.tenant_id),
                        request as (
                            insert into recharge_request (id, tenant_id, site_id, source, client_key, request_hash, state,
                                product_id, code_id, owner_id, provider_id, account_mark, account_masked, next_at, unit,
                                created_at)
                            select :id, :channel, :site, :source, :clientKey, :hash, 'calling', c.product_id, c.id,
                                   c.tenant_id, :provider, :accountMark, :masked, :until, :unit, :now
                            from code c, stock returning id),
                        person as (
                            insert into recharge_person (request_id, sealed, kept_until)
                            select id, :sealed, :kept from request),
                        steps as (
                            insert into recharge_step (id, request_id, module, result, unit, at)
                            select k.id, r.id, k.module, k.result, :unit, :now from request r,
                                (values (:s1::uuid, 'web', 'received'), (:s2::uuid, 'authority', 'qualified'),
                                        (:s3::uuid, 'code', 'held'), (:s4::uuid, 'inventory', 'taken')) k (id, module, result))
                        select (select count(*) from code) as codes, (select count(*) from stock) as cards
                        """))
                .bind("proof", facts.proof() == null ? null : facts.proof().proofId())
                .bind("code", code.codeId())
                .bind("provider", code.provider().providerId())
                .bind("until", clock.instant().plus(PATIENCE))
                .bind("s1", Ids.next())
                .bind("s2", Ids.next())
                .bind("s3", Ids.next())
                .bind("s4", Ids.next())
                .mapTo(Held.class)
                .one();
        if (held.codes() == 0 || held.cards() == 0) {
            throw new Lost(held.codes() == 0 ? "code_in_use" : "no_card");
        }
    }

    /** How much of what was wanted could be taken. */
    record Held(long codes, long cards) {}

    /** Another was faster: the transaction is rolled back. */
    @jakarta.ejb.ApplicationException(rollback = true)
    public static final class Lost extends RuntimeException {
        private static final long serialVersionUID = 1;

        Lost(String reason) {
            super(reason);
        }

        Facts.Verdict verdict() {
            String reason = String.valueOf(getMessage());
            return reason.equals("no_card")
                    ? new Facts.Verdict("inventory", reason, RechargeError.NO_CARD)
                    : new Facts.Verdict("code", reason, RechargeError.CODE_REFUSED);
        }
    }

    /** Writes a refused try down with its reason; a wrong verification code counts against the one that was sent. */
    public void refuse(Caller worker, Attempt attempt, Facts facts, Facts.Verdict verdict) {
        Facts.Code code = facts.code();
        bound(attempt, database.sql().createUpdate("""
                        with proof as (
                            update recharge_proof set tries = tries + 1 where id = :proof and :wrongProof),
                        request as (
                            insert into recharge_request (id, tenant_id, site_id, source, client_key, request_hash, state,
                                reason, code_id, owner_id, product_id, account_mark, account_masked, unit, created_at,
                                finished_at)
                            values (:id, :channel, :site, :source, :clientKey, :hash, 'refused', :reason, :code, :owner,
                                    :product, :accountMark, :masked, :unit, :now, :now)
                            returning id),
                        person as (
                            insert into recharge_person (request_id, sealed, kept_until)
                            select id, :sealed, :kept from request)
                        insert into recharge_step (id, request_id, module, result, unit, at)
                        select k.id, r.id, k.module, k.result, :unit, :now from request r,
                            (values (:s1::uuid, 'web', 'received'), (:s2::uuid, :module, :reason)) k (id, module, result)
                        """))
                .bind("proof", facts.proof() == null ? null : facts.proof().proofId())
                .bind("wrongProof", verdict.told() == RechargeError.PROOF_REFUSED)
                .bind("reason", verdict.reason())
                .bind("module", verdict.module())
                .bind("code", code == null ? null : code.codeId())
                .bind("owner", code == null ? null : code.ownerId())
                .bind("product", code == null ? null : code.productId())
                .bind("s1", Ids.next())
                .bind("s2", Ids.next())
                .execute();
    }

    private <S extends SqlStatement<S>> S bound(Attempt attempt, S statement) {
        return statement
                .bindMethods(attempt)
                .bind("unit", settings.unit())
                .bind("now", clock.instant())
                .bind("kept", clock.instant().plus(KEPT));
    }
}
