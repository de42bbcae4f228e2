package dev.rialto.chargeback;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The written side of evidence, for workers; {@link Chargebacks} keeps the files. */
@Stateless
@Boundary
public class EvidenceRows {
    private static final int MOST = 20;
    private static final long MOST_BYTES = 20L << 20;

    private Database database;
    private Clock clock;

    @Inject
    public EvidenceRows(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected EvidenceRows() {}

    /** Names a file that the storage has; a kind that is written by the mall takes the place of the one before. */
    public void add(Caller caller, UUID chargeback, EvidenceView piece, UUID by) {
        int added = database.sql()
                .createUpdate("""
                        with subject as (
                            select id from chargeback where id = :case and state = 'open' and due_at > :now for update),
                        before as (
                            delete from chargeback_evidence
                            where chargeback_id in (select id from subject) and kind = :kind and kind <> 'file'
                            returning id)
                        insert into chargeback_evidence (id, chargeback_id, kind, name, media_type, bytes, added_by, added_at)
                        select :id, subject.id, :kind, :name, :mediaType, :bytes, :by, :addedAt from subject
                        where (select count(*) from before) >= 0
                          and (select count(*) < :most and coalesce(sum(e.bytes), 0) + :bytes <= :mostBytes
                               from chargeback_evidence e where e.chargeback_id = subject.id)
                        """)
                .bindMethods(piece)
                .bind("case", chargeback)
                .bind("by", by)
                .bind("most", MOST)
                .bind("mostBytes", MOST_BYTES)
                .bind("now", clock.instant())
                .execute();
        if (added == 0) {
            throw (isOpen(chargeback) ? ChargebackError.EVIDENCE_TOO_MUCH : ChargebackError.CHARGEBACK_STATE).now();
        }
    }

    private boolean isOpen(UUID chargeback) {
        return database.sql()
                .createQuery(
                        "select exists (select from chargeback where id = :id and state = 'open' and due_at > :now)")
                .bind("id", chargeback)
                .bind("now", clock.instant())
                .mapTo(boolean.class)
                .one();
    }

    /** Takes a piece out of an open case. */
    public boolean remove(Caller caller, UUID chargeback, UUID piece) {
        return database.sql()
                        .createUpdate("""
                        delete from chargeback_evidence e using chargeback c
                        where e.id = :piece and c.id = :case and e.chargeback_id = c.id and c.state = 'open'
                        """)
                        .bind("piece", piece)
                        .bind("case", chargeback)
                        .execute()
                == 1;
    }

    /** One piece of a case. */
    public Optional<EvidenceView> find(Caller caller, UUID chargeback, UUID piece) {
        return database.sql()
                .createQuery("""
                        select id, kind, name, media_type, bytes, added_at from chargeback_evidence
                        where id = :piece and chargeback_id = :case
                        """)
                .bind("piece", piece)
                .bind("case", chargeback)
                .mapTo(EvidenceView.class)
                .findOne();
    }

    /** What is known of the order, its shipments or its conversation, as text; empty when there is nothing. */
    public String text(Caller caller, UUID chargeback, String kind) {
        String sql =
                switch (kind) {
                    case "order" -> ORDER;
                    case "shipment" -> SHIPMENT;
                    case "conversation" -> CONVERSATION;
                    default -> throw ChargebackError.CHARGEBACK_INVALID.because("kind", "unknown_value");
                };
        return String.join(
                "\n",
                database.sql()
                        .createQuery(sql)
                        .bind("case", chargeback)
                        .mapTo(String.class)
                        .list());
    }

    private static final String ORDER = """
            select line from (
                select 0 as part, 0 as number, 'Order ' || o.number || ', placed ' || to_char(o.placed_at at time zone 'UTC',
                           'YYYY-MM-DD HH24:MI "UTC"') || ', total ' || o.total || ' ' || o.currency || ' (minor units)' as line
                from chargeback c join purchase o on o.id = c.order_id where c.id = :case
                union all
                select 1, 0, 'Payment ' || coalesce(p.gateway_transaction, p.request_id) || ', ' || p.state || ', captured '
                           || p.captured || ', refunded ' || p.refunded
                from chargeback c join payment p on p.id = c.payment_id where c.id = :case
                union all
                select 2, l.number, s.number || ' · ' || s.seller_name || ': ' || l.quantity || ' × ' || l.title
                           || case when l.variant_title = '' then '' else ' (' || l.variant_title || ')' end || ', '
                           || l.amount || ' ' || s.currency
                from chargeback c join sub_order s on s.order_id = c.order_id join order_line l on l.sub_order_id = s.id
                where c.id = :case) told
            order by part, number, line limit 500
            """;

    private static final String SHIPMENT = """
            select s.number || ': shipped ' || to_char(h.shipped_at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') || ' by '
                   || h.carrier || coalesce(', tracking ' || h.tracking_number, '') || ', part now ' || s.state
                   || coalesce(', to ' || a.postcode || ' ' || a.city || ' ' || a.country, '')
            from chargeback c join sub_order s on s.order_id = c.order_id join shipment h on h.sub_order_id = s.id
            left join purchase_contact a on a.order_id = c.order_id
            where c.id = :case order by h.shipped_at, h.id limit 200
            """;

    private static final String CONVERSATION = """
            select to_char(m.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI "UTC"') || ' ' || m.author || ': ' || m.body
            from chargeback c join conversation t on t.order_id = c.order_id
            join conversation_message m on m.conversation_id = t.id
            where c.id = :case order by m.at, m.id limit 500
            """;
}
