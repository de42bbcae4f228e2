package dev.rialto.returns;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what must be known of the parts of an order, with one statement, for workers. */
@ApplicationScoped
class FactReader {
    private static final TypeReference<List<PartFacts.Line>> LINES = new TypeReference<>() {};

    /** A choice costs what the shop asks for it now, less the discount that the line had. */
    private static final String SELECT = """
            select s.id, s.order_id, s.number, s.seller_name, s.currency, o.tax_included, s.total,
                   (select max(e.at) from order_event e where e.sub_order_id = s.id and e.kind = 'delivered') as delivered_at,
                   (select json_agg(json_build_object('id', l.id, 'variantId', l.variant_id, 'title', l.title,
                        'variantTitle', l.variant_title, 'pictureKey', l.picture_key, 'quantity', l.quantity,
                        'shipped', l.shipped, 'unitPrice', l.unit_price, 'amount', l.amount, 'tax', l.tax, 'taxBp', l.tax_bp,
                        'onReturns', back.on_returns, 'paidBack', back.paid_back,
                        'choices', (select coalesce(json_agg(json_build_object('variantId', v.id,
                                'title', array_to_string(option_words(v.option_texts, v.option_values, o.language), ' / '),
                                'difference', l.unit_price - (p.amount - round(p.amount * l.discount_bp / 10000.0))::bigint)
                                order by v.position), '[]')
                            from variant v
                            join price p on p.variant_id = v.id and p.currency = s.currency
                            join stock k on k.variant_id = v.id and k.available > 0
                            where v.goods_id = l.goods_id and v.id <> l.variant_id and v.state = 'active'))
                        order by l.number)
                    from order_line l
                    cross join lateral (
                        select coalesce(sum(r.quantity) filter (where c.state not in ('refused', 'called_off')), 0) as on_returns,
                               coalesce(sum(r.accepted) filter (where c.wish = 'refund'
                                        and c.state in ('inspected', 'refunded', 'closed')), 0) as paid_back
                        from return_line r join return_case c on c.id = r.return_id where r.order_line_id = l.id) back
                    where l.sub_order_id = s.id) as lines
            from sub_order s join purchase o on o.id = s.order_id
            """;

    private final Database database;

    @Inject
    FactReader(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected FactReader() {
        this(null);
    }

    private record Row(
            UUID id,
            UUID orderId,
            String number,
            String sellerName,
            String currency,
            boolean taxIncluded,
            long total,
            @Nullable Instant deliveredAt,
            String lines) {
        PartFacts facts() {
            return new PartFacts(
                    id,
                    orderId,
                    number,
                    sellerName,
                    currency,
                    taxIncluded,
                    total,
                    deliveredAt,
                    Json.read(lines, LINES));
        }
    }

    /** The parts of an order, in their order. */
    List<PartFacts> ofOrder(UUID order) {
        return database
                .sql()
                .createQuery(SELECT + " where s.order_id = :order order by s.number")
                .bind("order", order)
                .mapTo(Row.class)
                .stream()
                .map(Row::facts)
                .toList();
    }

    /** One part, locked so that the same pieces are not taken twice. */
    PartFacts locked(UUID part) {
        database.sql()
                .createQuery("select id from sub_order where id = :id for update")
                .bind("id", part)
                .mapTo(UUID.class)
                .one();
        return database.sql()
                .createQuery(SELECT + " where s.id = :id")
                .bind("id", part)
                .mapTo(Row.class)
                .one()
                .facts();
    }
}
