package dev.rialto.recharge;

import dev.rialto.channel.CardProviders;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.PlatformError;
import dev.rialto.platform.Tries;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.statement.Query;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** Judges tries to recharge, each in one transaction that also writes a refusal down. For workers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RechargeJudge {
    private Database database;
    private Tries tries;
    private RechargeSettings settings;
    private Clock clock;

    @Inject
    public RechargeJudge(Database database, Tries tries, RechargeSettings settings, Clock clock) {
        this.database = database;
        this.tries = tries;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RechargeJudge() {}

    /** What a try comes to before the provider is asked. */
    public sealed interface Judged {
        /** The same request came before, under this id. */
        record Known(UUID request) implements Judged {}

        /**
         * There were too many tries lately: it is left at that.
         *
         * @param tried in the order of what was counted
         */
        record TooOften(List<Tries.Tried> tried) implements Judged {}

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
            return new Judged.Known(facts.earlier());
        }
        List<Tries.Tried> counted = tried.isEmpty() ? List.of() : tries.count(tried, Recharges.WINDOW);
        if (counted.stream().anyMatch(one -> one.tries() > most)) {
            return new Judged.TooOften(counted);
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
            throw PlatformError.IDEMPOTENCY_KEY_REUSED.now();
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

    /** Writes a refused try down with its reason; a wrong verification code counts against the one that was sent. */
    public void refuse(Caller worker, Attempt attempt, Facts facts, Facts.Verdict verdict) {
        Facts.Code code = facts.code();
        RechargeBook.bound(database.sql().createUpdate("""
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
                        """), attempt, settings.unit(), clock.instant())
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
}
