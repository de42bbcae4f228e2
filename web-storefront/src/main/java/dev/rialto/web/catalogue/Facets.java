package dev.rialto.web.catalogue;

import dev.rialto.kernel.Money;
import dev.rialto.web.port.Listing;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Visit;
import java.util.List;
import java.util.Map;

/** Turns counted facets into links that add or take away one value. */
final class Facets {
    private static final String CATEGORY = "category";
    private static final String PRICE = "price";
    private static final String WITHIN = "in";

    private final Visit visit;
    private final Map<String, List<String>> chosen;
    private final Address here;
    private final boolean anyCategory;

    /** The facets of a page; anyCategory is true when the page itself is not one category's. */
    Facets(Visit visit, Map<String, List<String>> chosen, Address here, boolean anyCategory) {
        this.visit = visit;
        this.chosen = chosen;
        this.here = here;
        this.anyCategory = anyCategory;
    }

    List<ListPage.FacetView> of(List<Listing.Facet> facets) {
        return facets.stream()
                .filter(facet -> anyCategory || !facet.name().equals(CATEGORY))
                .map(this::facet)
                .toList();
    }

    private ListPage.FacetView facet(Listing.Facet facet) {
        String title = visit.wording().named("facet." + facet.name(), facet.title());
        return new ListPage.FacetView(
                title, facet.values().stream().map(value -> link(facet, value)).toList());
    }

    private ListPage.FacetLink link(Listing.Facet facet, Listing.Value value) {
        if (facet.name().equals(CATEGORY)) {
            boolean on = value.value().equals(visit.optional(WITHIN));
            Address address = on ? here.without(WITHIN) : here.with(WITHIN, value.value());
            return new ListPage.FacetLink(value.label(), value.count(), on, address.toString());
        }
        return new ListPage.FacetLink(
                facet.name().equals(PRICE) ? prices(value.value()) : value.label(),
                value.count(),
                chosen.getOrDefault(facet.name(), List.of()).contains(value.value()),
                here.toggled(facet.name(), value.value()).toString());
    }

    /** A range in minor units, either end open: 1000-5000. */
    private String prices(String range) {
        int dash = range.indexOf('-');
        String from = dash < 0 ? range : range.substring(0, dash);
        String to = dash < 0 ? "" : range.substring(dash + 1);
        if (to.isEmpty()) {
            return visit.wording().say("price.over", amount(from));
        }
        return from.isEmpty() ? visit.wording().say("price.under", amount(to)) : amount(from) + " – " + amount(to);
    }

    private String amount(String minor) {
        return visit.formats().money(new Money(Long.parseLong(minor), visit.currency()));
    }
}
