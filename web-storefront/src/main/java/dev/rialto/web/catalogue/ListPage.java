package dev.rialto.web.catalogue;

import dev.rialto.web.port.GoodsCard;
import dev.rialto.web.shop.Link;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A list of goods: a category, all goods, or what a search found.
 *
 * @param path the categories above
 * @param children categories below, or beside on the second level
 * @param nearText said when nothing has the very words searched for
 * @param instead goods to look at when nothing was found
 * @param withoutChoices the list without any narrowing; null when it is not narrowed
 * @param first the first page; null on it
 * @param next the next page; null on the last
 */
public record ListPage(
        String title,
        List<Link> path,
        List<Link> children,
        List<FacetView> facets,
        List<Link> sorts,
        List<GoodsCard> cards,
        List<GoodsCard> instead,
        String emptyText,
        @Nullable String nearText,
        @Nullable String withoutChoices,
        @Nullable String first,
        @Nullable String next) {

    /** A property to narrow by. */
    public record FacetView(String title, List<FacetLink> values) {
        public FacetView {
            values = List.copyOf(values);
        }
    }

    /** Adds or takes away one value. */
    public record FacetLink(String label, long count, boolean chosen, String address) {}

    public ListPage {
        path = List.copyOf(path);
        children = List.copyOf(children);
        facets = List.copyOf(facets);
        sorts = List.copyOf(sorts);
        cards = List.copyOf(cards);
        instead = List.copyOf(instead);
    }

    public boolean isEmpty() {
        return cards.isEmpty();
    }

    public boolean isNarrowed() {
        return withoutChoices != null;
    }
}
