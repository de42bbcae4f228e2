package dev.rialto.rest.v1.catalogue;

import java.time.Instant;
import java.util.List;

/** The parts in which a storefront's goods are listed for search engines. */
public record SiteMap(List<Part> items) {
    public SiteMap {
        items = List.copyOf(items);
    }

    /**
     * A part of the map.
     *
     * @param number counted from 1
     * @param changedAt when anything in it changed last
     */
    public record Part(int number, Instant changedAt) {}

    /**
     * Goods in a part of the map.
     *
     * @param slug their name in addresses
     * @param changedAt when they changed last
     */
    public record Entry(String slug, Instant changedAt) {}

    /** The goods in one part of the map. */
    public record Entries(List<Entry> items) {
        public Entries {
            items = List.copyOf(items);
        }
    }
}
