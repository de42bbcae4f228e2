package dev.rialto.stock;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells sellers by mail what has run low, once for each time that a variant crosses its line. */
@Stateless
@Boundary
public class LowStock {
    private static final String BUNDLE = "dev.rialto.stock.letters";

    private Database database;
    private Outbox outbox;

    @Inject
    public LowStock(Database database, Outbox outbox) {
        this.database = database;
        this.outbox = outbox;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected LowStock() {}

    private record Low(
            UUID tenantId,
            String sellerName,
            String mallName,
            String email,
            String language,
            String title,
            @Nullable String sku,
            long onHand,
            long lowAt) {}

    /**
     * Mails what crossed its line since the last time, one mail a seller; of several at once one tells each.
     *
     * @param caller a worker
     * @return how many variants were told of
     */
    public int tell(Caller caller, int limit) {
        List<Low> low = claim(limit);
        Map<UUID, List<Low>> bySeller =
                low.stream().collect(Collectors.groupingBy(Low::tenantId, LinkedHashMap::new, Collectors.toList()));
        outbox.add(caller, bySeller.values().stream().map(LowStock::mail).toList());
        return low.size();
    }

    private List<Low> claim(int limit) {
        return database.sql()
                .createQuery("""
                        with due as (
                            select variant_id, place_id from stock where low_due
                            order by tenant_id, variant_id limit :limit for update skip locked),
                        told as (
                            update stock s set low_due = false from due
                            where s.variant_id = due.variant_id and s.place_id = due.place_id
                            returning s.variant_id, s.tenant_id, s.on_hand, s.low_at)
                        select told.tenant_id, c.name as seller_name, c.email,
                               coalesce((select name from site where kind = 'mall'), '') as mall_name,
                               coalesce((select p.language from person p where p.account_id = c.applied_by), 'en') as language,
                               t.title, v.sku, told.on_hand, told.low_at
                        from told
                        join seller c on c.id = told.tenant_id and c.state = 'active'
                        join variant v on v.id = told.variant_id and v.state = 'active'
                        join goods g on g.id = v.goods_id and g.state <> 'deleted'
                        join lateral (select title from goods_text where goods_id = g.id
                                      order by language = g.default_language desc, language limit 1) t on true
                        order by told.tenant_id, t.title, v.id
                        """)
                .bind("limit", limit)
                .mapTo(Low.class)
                .list();
    }

    private static OutgoingMail mail(List<Low> low) {
        Low first = low.get(0);
        Words words = Words.of(BUNDLE, first.language());
        Letter letter = Letter.in(first.language(), words.say("low_subject", low.size()))
                .say(words.say("low", first.sellerName()))
                .rows(
                        null,
                        low.stream()
                                .map(one -> new Letter.Row(
                                        one.title(),
                                        one.sku() == null ? "" : one.sku(),
                                        words.say("low_left", one.onHand(), one.lowAt()),
                                        false))
                                .toList())
                .say(words.say("low_goodbye"))
                .done();
        return new OutgoingMail(
                "stock_low", first.tenantId(), first.tenantId(), first.mallName(), first.email(), letter);
    }
}
