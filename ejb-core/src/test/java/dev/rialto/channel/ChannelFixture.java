package dev.rialto.channel;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.platform.TestMall;
import dev.rialto.seller.Permissions;
import dev.rialto.seller.SiteFixture;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider with a card, a channel with a sub-channel, and cards in their hands, for tests. */
public final class ChannelFixture {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    public final TestMall mall;
    public final UUID provider;
    public final UUID product;
    public final UUID channel;
    public final UUID subChannel;

    public ChannelFixture(TestMall mall, String adapter) {
        this.mall = mall;
        this.provider = mall.get(CardProviders.class)
                .save(
                        operator(),
                        new CardProviders.Save(
                                "provider-" + NUMBER.incrementAndGet(),
                                "Video Plus",
                                adapter,
                                "http://localhost:1",
                                "{}",
                                "key",
                                "a-secret-of-sixteen"));
        this.product = product("month-" + NUMBER.get());
        this.channel = open(null, "Channel " + NUMBER.get());
        this.subChannel = open(channel, "Sub-channel " + NUMBER.get());
    }

    public UUID product(String sku) {
        return mall.get(CardProducts.class)
                .add(
                        operator(),
                        new CardProducts.NewProduct(
                                provider,
                                sku,
                                Map.of("en", "One month", "ko", "한 달"),
                                "[a-z0-9._-]{4,40}",
                                "viewer.01",
                                365));
    }

    public UUID open(UUID parent, String name) {
        UUID account = Ids.next();
        mall.execute(
                "insert into account (id, subject, state, created_at) values (?, ?, 'active', now())",
                account,
                account.toString());
        return mall.get(Channels.class)
                .open(operator(), new OpenChannel(parent, name, "desk@example.test", account, "en"));
    }

    /** A channel of its own beside the others. */
    public UUID stranger() {
        return open(null, "Stranger " + NUMBER.incrementAndGet());
    }

    /** Gives a channel at the top cards, under an invoice of their own. */
    public void cards(UUID owner, long quantity) {
        mall.get(CardStock.class)
                .purchase(
                        operator(),
                        new CardTrade(owner, product, quantity, won(7000), "invoice-" + NUMBER.incrementAndGet()));
    }

    public long count(String column, UUID owner) {
        return mall.value(
                Long.class,
                "select " + column + " from card_stock where tenant_id = ? and product_id = ?",
                owner,
                product);
    }

    public static Money won(long amount) {
        return new Money(amount, "KRW");
    }

    public static Caller operator() {
        return Caller.operator(Ids.next(), Permissions.OPERATOR, "test");
    }

    /** The owner of a channel. */
    public static Caller owner(UUID channel) {
        Set<String> may = new HashSet<>(Permissions.SELLER_OWNER);
        may.addAll(Permissions.CHANNEL_OWNER);
        return Caller.tenant(channel, Ids.next(), may, "test");
    }

    /** The site on which a channel shows its pages. */
    public UUID site(UUID owner) {
        return SiteFixture.storefront(mall, owner, "shop-" + NUMBER.incrementAndGet() + ".localhost");
    }
}
