package dev.rialto.node.shop;

import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.port.FeedEntry;
import dev.rialto.web.port.OutlookPort;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How this storefront is found under its own address; goods, maps and former names are the gateway's. */
@ApplicationScoped
class GatewayOutlook implements OutlookPort {
    @Inject
    private Gateway gateway;

    @Inject
    private Premises premises;

    @Inject
    private NodeSettings settings;

    private record Parts(List<MapPart> items) {}

    private record Entries(List<MapEntry> items) {}

    private record Page(List<FeedEntry> items, @Nullable String next) {}

    private record Moved(String slug) {}

    /** A sandbox is hidden from search engines here too. */
    @Override
    public Outlook of(Visitor visitor) {
        Site site = premises.known();
        return new Outlook(settings.address().toString(), site.languages(), site.test());
    }

    /** All goods here are this seller's, and at home. */
    @Override
    public Optional<Outlook> homeOf(Visitor visitor, String sellerId) {
        return Optional.empty();
    }

    @Override
    public Optional<String> movedTo(Visitor visitor, String slug) {
        return moved(visitor, "/moves/goods/" + Ask.encoded(slug));
    }

    @Override
    public Optional<String> categoryMovedTo(Visitor visitor, String slug) {
        return moved(visitor, "/moves/categories/" + Ask.encoded(slug));
    }

    private Optional<String> moved(Visitor visitor, String path) {
        return gateway.found(Gateway.in(visitor, Ask.get(path)), Moved.class).map(Moved::slug);
    }

    @Override
    public List<MapPart> mapParts(Visitor visitor) {
        return gateway.seen(Gateway.in(visitor, Ask.get("/sitemap")), Parts.class)
                .items();
    }

    @Override
    public List<MapEntry> mapOf(Visitor visitor, int part) {
        return gateway.seen(Gateway.in(visitor, Ask.get("/sitemap/goods?page=" + part)), Entries.class)
                .items();
    }

    /** A feed is kept as a file for a while: copies of its pages would only push out those that shoppers look at. */
    @Override
    public FeedPage feed(Visitor visitor, String after) {
        String path = after.isEmpty() ? "/feed" : "/feed?cursor=" + Ask.encoded(after);
        Page page = gateway.read(Gateway.in(visitor, Ask.get(path)), Page.class);
        return new FeedPage(page.items(), page.next());
    }

    /** That the domain is the seller's, the seller's own server need not prove. */
    @Override
    public String proof(Visitor visitor, String host) {
        return "";
    }
}
