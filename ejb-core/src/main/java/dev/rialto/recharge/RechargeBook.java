package dev.rialto.recharge;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** The rows of recharges: what was held for them and what became of them, each in a transaction of its own. For workers. */
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
    private RechargeSettings settings;
    private Clock clock;

    @Inject
    public RechargeBook(Database database, RechargeSettings settings, Clock clock) {
        this.database = database;
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

    /**
     * Takes verification, code and card in one statement and notes that the provider is going to be asked.
     *
     * @throws Lost when another was faster; then nothing is taken
     */
    public void hold(Caller worker, Attempt attempt, Facts facts) {
        Facts.Code code = Objects.requireNonNull(facts.code());
        Instant now = clock.instant();
        Held held = bound(database.sql().createQuery("""
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
                        """), attempt, settings.unit(), now)
                .bind("proof", facts.proof() == null ? null : facts.proof().proofId())
                .bind("code", code.codeId())
                .bind("provider", code.provider().providerId())
                .bind("until", now.plus(PATIENCE))
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

    /** What every row of a try is written with. */
    static <S extends SqlStatement<S>> S bound(S statement, Attempt attempt, String unit, Instant now) {
        return statement
                .bindMethods(attempt)
                .bind("unit", unit)
                .bind("now", now)
                .bind("kept", now.plus(KEPT));
    }
}
