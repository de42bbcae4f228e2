package dev.rialto.web.port;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** How a shop is found on the web: its proper address, its site map, its feed, where goods are at home. */
public interface OutlookPort {

    /** What a shop is to search engines. */
    Outlook of(Visitor visitor);

    /** The storefront where a seller's goods are at home; empty when that is the shop itself. */
    Optional<Outlook> homeOf(Visitor visitor, String sellerId);

    /** The present name of goods that had this one in addresses before. */
    Optional<String> movedTo(Visitor visitor, String slug);

    /** The present name of the category that had this one before, or took over what had it. */
    Optional<String> categoryMovedTo(Visitor visitor, String slug);

    /** The parts of the site map of goods, counted from 1. */
    List<MapPart> mapParts(Visitor visitor);

    /** The goods in a part of the site map. */
    List<MapEntry> mapOf(Visitor visitor, int part);

    /** A page of the shop's feed in the visitor's language and currency; after is empty for the first page. */
    FeedPage feed(Visitor visitor, String after);

    /** What proves that a host of the shop is its seller's; empty when nothing has to. */
    String proof(Visitor visitor, String host);

    /**
     * A shop as search engines see it.
     *
     * @param address its proper address without a path: {@code https://shop.example}
     * @param languages offered, the default first
     * @param hidden true for shops that nobody is to find
     */
    record Outlook(String address, List<String> languages, boolean hidden) {
        public Outlook {
            languages = List.copyOf(languages);
        }
    }

    /** A part of a site map and when it changed last. */
    record MapPart(int number, Instant changedAt) {}

    /** Goods in a site map. */
    record MapEntry(String slug, Instant changedAt) {}

    /** Some variants of the feed, and what to ask for next; null after the last. */
    record FeedPage(
            List<FeedEntry> entries,
            @org.jspecify.annotations.Nullable String next) {
        public FeedPage {
            entries = List.copyOf(entries);
        }
    }
}
