package dev.rialto.web.catalogue;

import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.GoodsCard;
import dev.rialto.web.port.ListQuery;
import dev.rialto.web.port.Listing;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Link;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes the page of a list; what narrows and sorts it stands in the address. */
@Dependent
class Lists {
    private static final int PER_PAGE = 24;
    private static final int INSTEAD = 8;
    private static final String CURSOR = "after";
    private static final String SORT = "sort";
    private static final String WITHIN = "in";
    private static final List<String> SORTS = List.of("new", "price", "price-desc");
    private static final List<String> NOT_FACETS = List.of(CURSOR, SORT, WITHIN, "q", "lang", "currency");

    private final CataloguePort catalogue;

    @Inject
    Lists(CataloguePort catalogue) {
        this.catalogue = catalogue;
    }

    /**
     * The page.
     *
     * @param heading its title and the links above and below
     * @param category slug of the category listed
     * @param words what was searched for
     */
    ListPage page(Visit visit, Heading heading, @Nullable String category, @Nullable String words) {
        Map<String, List<String>> chosen = chosen(visit);
        String sort = SORTS.contains(visit.text(SORT)) ? visit.text(SORT) : null;
        String cursor = visit.optional(CURSOR);
        String within = category == null ? visit.optional(WITHIN) : category;
        Listing listing =
                catalogue.list(visit.visitor(), new ListQuery(within, words, chosen, sort, cursor, PER_PAGE, true));
        Address here = visit.here().without(CURSOR);
        boolean narrowed = !chosen.isEmpty() || visit.optional(WITHIN) != null;
        return new ListPage(
                heading.title(),
                heading.path(),
                heading.children(),
                new Facets(visit, chosen, here, category == null).of(listing.facets()),
                sorts(visit, sort, words, here),
                listing.cards(),
                listing.cards().isEmpty() && !visit.isElsewhere() ? instead(visit) : List.of(),
                nothing(visit, words),
                listing.approximate() ? visit.wording().say("search.near", visit.text("q")) : null,
                narrowed ? cleared(here, chosen).toString() : null,
                cursor == null ? null : here.toString(),
                listing.next() == null
                        ? null
                        : here.with(CURSOR, listing.next()).toString());
    }

    private static String nothing(Visit visit, @Nullable String words) {
        return words == null
                ? visit.wording().say("list.empty")
                : visit.wording().say("search.none", words);
    }

    /** Title, way down to here, and ways on. */
    record Heading(String title, List<Link> path, List<Link> children) {}

    private List<GoodsCard> instead(Visit visit) {
        return catalogue.list(visit.visitor(), ListQuery.newest(INSTEAD)).cards();
    }

    private static Map<String, List<String>> chosen(Visit visit) {
        Map<String, List<String>> chosen = new LinkedHashMap<>(visit.here().parameters());
        NOT_FACETS.forEach(chosen::remove);
        return chosen;
    }

    private static Address cleared(Address here, Map<String, List<String>> chosen) {
        Address cleared = here.without(WITHIN);
        for (String name : chosen.keySet()) {
            cleared = cleared.without(name);
        }
        return cleared;
    }

    private static List<Link> sorts(Visit visit, @Nullable String sort, @Nullable String words, Address here) {
        List<Link> links = new ArrayList<>();
        if (words != null) {
            links.add(new Link(here.without(SORT).toString(), visit.wording().say("sort.fitting"), sort == null));
        }
        for (String one : SORTS) {
            boolean usual = words == null && one.equals("new");
            links.add(new Link(
                    (usual ? here.without(SORT) : here.with(SORT, one)).toString(),
                    visit.wording().say("sort." + one),
                    one.equals(sort) || (usual && sort == null)));
        }
        return links;
    }
}
