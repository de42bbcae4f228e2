package dev.rialto.order;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.message.Letter;
import dev.rialto.message.Outbox;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Settings;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Tells sellers by mail what waits to be shipped, each part once; what comes in a burst is one mail. */
@Stateless
@Boundary
public class NewOrders {
    private static final String BUNDLE = "dev.rialto.order.letters";

    private Database database;
    private Outbox outbox;
    private Settings settings;
    private Clock clock;

    @Inject
    public NewOrders(Database database, Outbox outbox, Settings settings, Clock clock) {
        this.database = database;
        this.outbox = outbox;
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected NewOrders() {}

    private record Fresh(
            UUID tenantId,
            String sellerName,
            String email,
            String language,
            String mallName,
            String number,
            String goods,
            long total,
            String currency) {}

    /**
     * Mails what was paid since the last time, one mail a seller; of several at once one tells each.
     *
     * @param caller a worker
     * @return how many parts were told of
     */
    public int tell(Caller caller, int limit) {
        List<Fresh> fresh = claim(limit);
        Map<UUID, List<Fresh>> bySeller =
                fresh.stream().collect(Collectors.groupingBy(Fresh::tenantId, LinkedHashMap::new, Collectors.toList()));
        outbox.add(caller, bySeller.values().stream().map(this::mail).toList());
        return fresh.size();
    }

    private List<Fresh> claim(int limit) {
        return database.sql()
                .createQuery("""
                        with fresh as (
                            insert into told_part (sub_order_id, tenant_id, told_at)
                            select s.id, s.tenant_id, :now from sub_order s
                            where s.state = 'to_ship' and not exists (select from told_part t where t.sub_order_id = s.id)
                            order by s.tenant_id, s.id limit :limit
                            on conflict do nothing returning sub_order_id),
                        told as (select s.* from fresh join sub_order s on s.id = fresh.sub_order_id)
                        select told.tenant_id, c.name as seller_name, c.email,
                               coalesce((select p.language from person p where p.account_id = c.applied_by), 'en') as language,
                               coalesce((select name from site where kind = 'mall'), '') as mall_name,
                               told.number, l.goods, told.total, told.currency
                        from told
                        join seller c on c.id = told.tenant_id and c.id not in (select test_tenants())
                        join lateral (select string_agg(title || ' × ' || quantity, ', ' order by number) as goods
                                      from order_line where sub_order_id = told.id) l on true
                        order by told.tenant_id, told.number
                        """)
                .bind("limit", limit)
                .bind("now", clock.instant())
                .mapTo(Fresh.class)
                .list();
    }

    private OutgoingMail mail(List<Fresh> fresh) {
        Fresh first = fresh.get(0);
        Words words = Words.of(BUNDLE, first.language());
        Letter letter = Letter.in(first.language(), words.say("new_subject", first.mallName(), fresh.size()))
                .say(words.say("greeting", first.sellerName()))
                .say(words.say("new", fresh.size()))
                .rows(
                        null,
                        fresh.stream()
                                .map(one -> new Letter.Row(
                                        one.number(),
                                        one.goods(),
                                        new Money(one.total(), one.currency()).format(words.locale()),
                                        false))
                                .toList())
                .link(words.say("new_open"), settings.address(settings.consoleHost(), "/orders?state=to_ship"))
                .say(words.say("goodbye", first.mallName()))
                .done();
        return new OutgoingMail(
                "order_new", first.tenantId(), first.tenantId(), first.mallName(), first.email(), letter);
    }
}
