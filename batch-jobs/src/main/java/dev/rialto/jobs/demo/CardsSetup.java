package dev.rialto.jobs.demo;

import dev.rialto.channel.CardProduct;
import dev.rialto.channel.CardProducts;
import dev.rialto.channel.CardProviders;
import dev.rialto.channel.CardStock;
import dev.rialto.channel.CardTrade;
import dev.rialto.channel.ChannelView;
import dev.rialto.channel.Channels;
import dev.rialto.channel.OpenChannel;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Settings;
import dev.rialto.seller.StorefrontDesk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** The demo's cards: the sandbox provider with two products, a channel with a sub-channel, each with a shop and cards. */
@ApplicationScoped
class CardsSetup {
    private static final String CHANNEL = "Cardpoint";
    private static final String SUB_CHANNEL = "Cardpoint Kiosk";
    private static final String PASSWORD = "cardpoint-owner-2026";

    @Inject
    private CardProviders providers;

    @Inject
    private CardProducts products;

    @Inject
    private Channels channels;

    @Inject
    private CardStock stock;

    @Inject
    private CardShopSetup shop;

    @Inject
    private StorefrontDesk shops;

    @Inject
    private DemoAccounts accounts;

    @Inject
    private Settings settings;

    /** Says where the sandbox provider is now; empty when this start has none. */
    Optional<UUID> provider(Caller worker) {
        Config config = ConfigProvider.getConfig();
        return config.getOptionalValue("rialto.card.sandbox.url", String.class)
                .map(url -> providers.save(
                        worker,
                        new CardProviders.Save(
                                "sandbox",
                                "Video Plus (sandbox)",
                                "sandbox",
                                url,
                                "{}",
                                config.getValue("rialto.card.sandbox.key", String.class),
                                config.getValue("rialto.card.sandbox.secret", String.class))));
    }

    void open(Caller worker) {
        Optional<UUID> provider = provider(worker);
        boolean isThere = channels.tree(worker).stream().map(ChannelView::name).anyMatch(CHANNEL::equals);
        if (provider.isEmpty() || isThere) {
            return;
        }
        UUID month = product(
                worker,
                provider.get(),
                "VP-30",
                names("Video Plus, one month", "비디오 플러스 1개월", "ビデオプラス 1か月", "Video Plus 一个月"));
        product(
                worker,
                provider.get(),
                "VP-365",
                names("Video Plus, one year", "비디오 플러스 1년", "ビデオプラス 1年", "Video Plus 一年"));
        UUID channel = channel(worker, null, CHANNEL, "cards");
        UUID below = channel(worker, channel, SUB_CHANNEL, "kiosk");
        stock.purchase(worker, new CardTrade(channel, month, 1000, won(7000), "VP-2026-001"));
        stock.setPrice(worker, channel, new CardStock.Price(month, won(8500)));
        stock.buyFromAbove(worker, new CardTrade(below, month, 200, won(8500), ""));
        shop.sell(worker, channel, month);
    }

    private static Money won(long amount) {
        return new Money(amount, "KRW");
    }

    private static Map<String, String> names(String english, String korean, String japanese, String chinese) {
        return Map.of("en", english, "ko", korean, "ja", japanese, "zh", chinese);
    }

    private UUID product(Caller worker, UUID provider, String sku, Map<String, String> names) {
        return products.all(worker).stream()
                .filter(known -> known.sku().equals(sku))
                .map(CardProduct::id)
                .findFirst()
                .orElseGet(() -> products.add(
                        worker,
                        new CardProducts.NewProduct(
                                provider, sku, names, "[A-Za-z0-9][A-Za-z0-9._-]{3,39}", "viewer.01", 365)));
    }

    private UUID channel(Caller worker, @Nullable UUID parent, String name, String label) {
        UUID owner = accounts.of(
                worker,
                new MallContent.Person(null, label + "@cardpoint.example", PASSWORD, name + " owner", "ko", null));
        UUID channel = channels.open(worker, new OpenChannel(parent, name, label + "@cardpoint.example", owner, "ko"));
        shops.build(worker, channel, name, label + "." + settings.storefrontDomain());
        return channel;
    }
}
