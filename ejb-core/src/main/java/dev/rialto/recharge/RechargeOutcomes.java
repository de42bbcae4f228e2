package dev.rialto.recharge;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** What providers said, written once however often it is heard; each in one statement (E27, E28, E29). For workers. */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class RechargeOutcomes {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 9;

    private Database database;
    private RechargeSettings settings;
    private Clock clock;

    @Inject
    public RechargeOutcomes(Database database, RechargeSettings settings, Clock clock) {
        this.database = database;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected RechargeOutcomes() {}

    /** A recharge whose provider is to be asked again. */
    public record Open(UUID id, UUID providerId, String sku, byte[] sealed, int askedAgain) {}

    /** The code is used, the card with it; false when that was known before. */
    public boolean done(Caller worker, UUID request, String providerNumber) {
        return database.sql()
                        .createUpdate("""
                                with r as (
                                    update recharge_request set state = 'done', provider_number = :number, finished_at = :now,
                                        next_at = null, reason = null
                                    where id = :request and state in ('calling', 'unknown')
                                    returning id, code_id, owner_id, product_id),
                                was as (select c.id, c.state from recharge_code c join r on r.code_id = c.id),
                                c as (
                                    update recharge_code c set state = 'used', held_by = null, sealed = null,
                                        seal_key_id = null, changed_at = :now
                                    from r where c.id = r.code_id and c.held_by = r.id returning c.id, c.tenant_id),
                                e as (
                                    insert into code_event (id, tenant_id, code_id, was, became, request_id, at)
                                    select :event, c.tenant_id, c.id, was.state, 'used', :request, :now
                                    from c join was on was.id = c.id),
                                m as (
                                    insert into card_movement (id, tenant_id, product_id, kind, quantity, reference, at)
                                    select :movement, r.owner_id, r.product_id, 'used', 1, r.id::text, :now from r)
                                insert into recharge_step (id, request_id, module, result, unit, at)
                                select k.id, r.id, k.module, k.result, :unit, :now from r,
                                    (values (:step::uuid, 'provider', 'done'), (:step2::uuid, 'code', 'used')) k (id, module, result)
                                """)
                        .bind("request", request)
                        .bind("number", providerNumber)
                        .bind("event", Ids.next())
                        .bind("movement", Ids.next())
                        .bind("step", Ids.next())
                        .bind("step2", Ids.next())
                        .bind("unit", settings.unit())
                        .bind("now", clock.instant())
                        .execute()
                > 0;
    }

    /** The provider will not: the code is good again, its card back in stock. */
    public boolean failed(Caller worker, UUID request, String reason) {
        return database.sql()
                        .createUpdate("""
                                with r as (
                                    update recharge_request set state = 'failed', reason = 'provider_refused',
                                        finished_at = :now, next_at = null
                                    where id = :request and state in ('calling', 'unknown')
                                    returning id, code_id, owner_id, product_id),
                                c as (
                                    update recharge_code c set held_by = null, changed_at = :now
                                    from r where c.id = r.code_id and c.held_by = r.id),
                                s as (
                                    update card_stock s set used = s.used - 1
                                    from r where s.tenant_id = r.owner_id and s.product_id = r.product_id)
                                insert into recharge_step (id, request_id, module, result, unit, at)
                                select k.id, r.id, k.module, k.result, :unit, :now from r,
                                    (values (:step::uuid, 'provider', :reason), (:step2::uuid, 'code', 'released'),
                                            (:step3::uuid, 'inventory', 'put back')) k (id, module, result)
                                """)
                        .bind("request", request)
                        .bind("reason", shortened("refused: " + reason))
                        .bind("step", Ids.next())
                        .bind("step2", Ids.next())
                        .bind("step3", Ids.next())
                        .bind("unit", settings.unit())
                        .bind("now", clock.instant())
                        .execute()
                > 0;
    }

    /** No answer: it is asked again after a wait that doubles, up to three quarters of an hour. */
    public void unknown(Caller worker, UUID request, int askedAgain, String why) {
        Duration wait = SOON.multipliedBy(1L << Math.min(askedAgain, MOST_DOUBLINGS));
        database.sql()
                .createUpdate("""
                        with r as (
                            update recharge_request set state = 'unknown', next_at = :next, asked_again = :asked
                            where id = :request and state in ('calling', 'unknown') returning id)
                        insert into recharge_step (id, request_id, module, result, unit, at)
                        select :step, id, 'provider', :why, :unit, :now from r
                        """)
                .bind("request", request)
                .bind("next", clock.instant().plus(wait))
                .bind("asked", askedAgain + 1)
                .bind("step", Ids.next())
                .bind("why", shortened("no answer: " + why))
                .bind("unit", settings.unit())
                .bind("now", clock.instant())
                .execute();
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(100, text.length()));
    }

    /** Claims recharges without an answer, for one unit at a time; a claim ends by itself. */
    public List<Open> claim(Caller worker, int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select id from recharge_request where state in ('calling', 'unknown') and next_at <= :now
                            order by next_at limit :limit for update skip locked),
                        r as (
                            update recharge_request r set next_at = :until from due where r.id = due.id
                            returning r.id, r.provider_id, r.product_id, r.asked_again)
                        select r.id, r.provider_id, p.sku, h.sealed, r.asked_again
                        from r join card_product p on p.id = r.product_id join recharge_person h on h.request_id = r.id
                        """)
                .bind("now", clock.instant())
                .bind("until", clock.instant().plus(RechargeBook.PATIENCE))
                .bind("limit", limit)
                .mapTo(Open.class)
                .list();
    }
}
