package dev.rialto.node.shop;

import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.ContentPage;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.GoodsCard;
import dev.rialto.web.port.ListQuery;
import dev.rialto.web.port.Listing;
import dev.rialto.web.port.Shop;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What can be looked at, asked of the gateway: one call of kind goods for a page (A12). */
@ApplicationScoped
class GatewayCatalogue implements CataloguePort {
    private static final Duration MOMENT = Duration.ofSeconds(1);

    @Inject
    private Gateway gateway;

    @Inject
    private Premises premises;

    private record Categories(List<Category> items) {}

    private record Cards(
            List<GoodsCard> items,
            List<Listing.Facet> facets,
            boolean approximate,
            @Nullable String next) {
        Listing listing() {
            return new Listing(items, facets, approximate, next);
        }
    }

    @Override
    public Optional<Site> siteAt(String host) {
        return Optional.of(premises.now());
    }

    @Override
    public List<Category> categories(Visitor visitor) {
        return gateway.seen(Gateway.in(visitor, Ask.get("/categories")), Categories.class, MOMENT)
                .items();
    }

    @Override
    public Listing list(Visitor visitor, ListQuery query) {
        return gateway.seen(Gateway.in(visitor, Ask.get(address(query))), Cards.class)
                .listing();
    }

    /** Parameters in one order, so that the same list has one copy. */
    private static String address(ListQuery query) {
        StringBuilder address = new StringBuilder(query.text() == null ? "/goods?" : "/search?");
        address.append("limit=").append(query.limit());
        add(address, "q", query.text());
        add(address, "category", query.category());
        add(address, "sort", sort(query));
        add(address, "cursor", query.cursor());
        new TreeMap<>(query.chosen())
                .forEach((name, values) -> values.forEach(value -> add(address, "option." + name, value)));
        return query.faceted() ? address.append("&facets=true").toString() : address.toString();
    }

    private static void add(StringBuilder address, String name, @Nullable String value) {
        if (value != null) {
            address.append('&').append(Ask.encoded(name)).append('=').append(Ask.encoded(value));
        }
    }

    private static @Nullable String sort(ListQuery query) {
        String sort = query.sort() == null ? "" : query.sort();
        return switch (sort) {
            case "new" -> "newest";
            case "price" -> "price_up";
            case "price-desc" -> "price_down";
            default -> null;
        };
    }

    @Override
    public Optional<Goods> goods(Visitor visitor, String slug) {
        return gateway.found(Gateway.in(visitor, Ask.get("/goods/" + Ask.encoded(slug))), Goods.class);
    }

    @Override
    public Optional<ContentPage> page(Visitor visitor, String slug) {
        return gateway.found(Gateway.in(visitor, Ask.get("/pages/" + Ask.encoded(slug))), ContentPage.class);
    }

    @Override
    public List<Shop> shops(Visitor visitor) {
        return List.of();
    }

    @Override
    public Optional<Site> draft(String host, String pass) {
        return Optional.empty();
    }

    @Override
    public Optional<ContentPage> draftPage(Visitor visitor, String slug, String pass) {
        return Optional.empty();
    }

    @Override
    public Optional<Goods> draftGoods(Visitor visitor, String slug, String pass) {
        return Optional.empty();
    }
}
