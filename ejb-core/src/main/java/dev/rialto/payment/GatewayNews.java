package dev.rialto.payment;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes down what a gateway says of a payment; the same news twice changes nothing. */
@Stateless
@Boundary
public class GatewayNews {
    private static final Logger LOG = System.getLogger(GatewayNews.class.getName());

    private Database database;
    private Clock clock;

    @Inject
    public GatewayNews(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected GatewayNews() {}

    private record Heard(UUID id, String before, boolean amountAgrees, boolean approved) {}

    /**
     * Records a report.
     *
     * @return the payment it is about; empty when no payment of ours is
     */
    public Optional<UUID> record(Caller caller, String gateway, GatewayReport report) {
        return switch (report.status()) {
            case APPROVED, CAPTURED -> approved(gateway, report);
            case OPEN -> move(gateway, report, PaymentState.PENDING, null);
            case DECLINED -> move(gateway, report, PaymentState.DECLINED, "declined");
            case VOIDED -> move(gateway, report, PaymentState.VOIDED, "voided");
        };
    }

    /** An approval for a payment that was given up meanwhile is wished away again. */
    private Optional<UUID> approved(String gateway, GatewayReport report) {
        Optional<Heard> heard = bind("""
                        with mine as (
                            select id, state, wish, gateway_transaction, (amount, currency) = (:amount, :currency) as agrees
                            from payment where gateway = :gateway and request_id = :request for update),
                        event as (
                            insert into payment_event (id, payment_id, kind, gateway_event, received_at, detail)
                            select :event, id, 'approved', :news, :now, jsonb_build_object('transaction', :transaction)
                            from mine where agrees and state = any(:open)
                            on conflict do nothing returning payment_id),
                        moved as (
                            update payment p
                            set state = 'approved', gateway_reference = :reference, gateway_transaction = :transaction,
                                gateway_result = :result, updated_at = :now, version = p.version + 1
                            from event where p.id = event.payment_id returning p.id),
                        late as (
                            update payment p
                            set wish = 'void', gateway_reference = :reference, gateway_transaction = :transaction,
                                gateway_result = :result, updated_at = :now, version = p.version + 1
                            from mine where p.id = mine.id and mine.gateway_transaction is null
                              and (mine.state in ('declined', 'voided', 'lapsed') or not mine.agrees))
                        select id, state as before, agrees as amount_agrees, exists(select from moved) as approved from mine
                        """, gateway, report).mapTo(Heard.class).findOne();
        heard.ifPresent(payment -> tell(payment, report));
        return heard.map(Heard::id);
    }

    private static void tell(Heard payment, GatewayReport report) {
        if (!payment.amountAgrees()) {
            LOG.log(
                    Level.ERROR,
                    "payment {0}: the gateway approved another amount ({1}) than was asked",
                    payment.id(),
                    report.amount());
        } else if (payment.approved()) {
            LOG.log(Level.INFO, "payment {0} approved, transaction {1}", payment.id(), report.transaction());
        }
    }

    private Optional<UUID> move(String gateway, GatewayReport report, PaymentState state, @Nullable String kind) {
        return bind("""
                        with mine as (
                            select id, state from payment where gateway = :gateway and request_id = :request for update),
                        event as (
                            insert into payment_event (id, payment_id, kind, gateway_event, received_at)
                            select :event, id, :kind, :news, :now from mine
                            where :kind::text is not null and state = any(:before)
                            on conflict do nothing),
                        moved as (
                            update payment p
                            set state = case when mine.state = any(:before) then :state else p.state end,
                                wish = case when :state = 'voided' then null else wish end,
                                gateway_reference = coalesce(:reference, gateway_reference),
                                hosted_url = coalesce(:url, hosted_url),
                                gateway_result = :result, updated_at = :now, version = p.version + 1
                            from mine where p.id = mine.id and (mine.state = any(:before) or mine.state = any(:open)
                                or :state = 'voided'))
                        select id, state as before, true as amount_agrees, false as approved from mine
                        """, gateway, report)
                .bind("state", state.stored())
                .bind("before", state.mayFollow())
                .bind("kind", kind)
                .bind("url", report.hostedUrl())
                .mapTo(Heard.class)
                .findOne()
                .map(Heard::id);
    }

    private org.jdbi.v3.core.statement.Query bind(String sql, String gateway, GatewayReport report) {
        return database.sql()
                .createQuery(sql)
                .bind("gateway", gateway)
                .bind("request", report.requestId())
                .bind("reference", report.reference())
                .bind("amount", report.amount().minor())
                .bind("currency", report.amount().currency())
                .bind("event", Ids.next())
                .bind("news", report.eventId())
                .bind("transaction", report.transaction())
                .bind("result", report.result())
                .bind("open", PaymentState.open())
                .bind("now", clock.instant());
    }
}
