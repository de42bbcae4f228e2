package dev.rialto.web.console.shop;

import dev.rialto.goods.CategoryNode;
import dev.rialto.seller.SiteView;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.stream.Stream;

/** What the parts of a page may be chosen from. */
public final class BlockChoices {
    private final boolean mall;
    private final List<CategoryNode> tree;

    BlockChoices(SiteView site, List<CategoryNode> tree) {
        this.mall = site.isMall();
        this.tree = List.copyOf(tree);
    }

    public List<Option> kinds(Visit visit) {
        return Stream.of("rich-text", "picture", "banner", "hero", "goods-grid", "category-strip", "shops")
                .filter(kind -> mall || !kind.equals("shops"))
                .map(kind -> new Option(kind, visit.say("block." + kind)))
                .toList();
    }

    /** The values a setting may have; empty for one that is typed. */
    public List<Option> of(String setting, Visit visit) {
        return switch (setting) {
            case "align" -> named(visit, "block.align.", "start", "center");
            case "tone" -> named(visit, "block.tone.", "plain", "soft", "accent");
            case "sort" -> named(visit, "block.sort.", "new", "price", "price-desc");
            case "count" ->
                Stream.of("4", "8", "12", "16", "24")
                        .map(count -> new Option(count, count))
                        .toList();
            default ->
                tree.stream()
                        .flatMap(major -> Stream.concat(
                                Stream.of(new Option(major.slug(), major.name(), major.name())),
                                major.children().stream()
                                        .map(minor -> new Option(minor.slug(), minor.name(), major.name()))))
                        .toList();
        };
    }

    private static List<Option> named(Visit visit, String key, String... names) {
        return Stream.of(names)
                .map(name -> new Option(name, visit.say(key + name)))
                .toList();
    }
}
