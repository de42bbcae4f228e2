package dev.rialto.web.console;

import dev.rialto.kernel.Caller;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The menu of one person: the pages that person may open, by section. */
public record Menu(List<Part> parts) {

    /** A section with its pages. */
    public record Part(String key, List<Item> items) {
        public Part {
            items = List.copyOf(items);
        }
    }

    /** A page in the menu. */
    public record Item(String view, String path, boolean current) {}

    public Menu {
        parts = List.copyOf(parts);
    }

    static Menu of(List<PageEntry> pages, Caller caller, String path) {
        Map<Section, List<Item>> bySection = new LinkedHashMap<>();
        String current = current(pages, path);
        for (PageEntry page : pages) {
            if (page.isInMenu() && page.isFor(caller)) {
                String address = page.route().path();
                bySection
                        .computeIfAbsent(page.route().menu(), any -> new ArrayList<>())
                        .add(new Item(page.route().view(), address, address.equals(current)));
            }
        }
        return new Menu(bySection.entrySet().stream()
                .map(part -> new Part(part.getKey().key(), part.getValue()))
                .toList());
    }

    /** The menu's page that the path belongs to: the longest that it starts with. */
    private static String current(List<PageEntry> pages, String path) {
        String best = "";
        for (PageEntry page : pages) {
            String address = page.route().path();
            boolean within = path.equals(address) || path.startsWith(address + "/");
            if (page.isInMenu() && within && address.length() > best.length()) {
                best = address;
            }
        }
        return best;
    }
}
