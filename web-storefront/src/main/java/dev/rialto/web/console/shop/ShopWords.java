package dev.rialto.web.console.shop;

import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.seller.ApplicationView;
import dev.rialto.seller.SiteView;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Stream;

/** States, addresses and choices that the pages about shops share. */
final class ShopWords {
    private ShopWords() {}

    static String key(Enum<?> state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static String tone(ApplicationView.State state) {
        return switch (state) {
            case SUBMITTED -> "chip-warn";
            case APPROVED -> "chip-good";
            case REJECTED -> "chip-bad";
            case WITHDRAWN -> "";
        };
    }

    static String tone(SiteView.State state) {
        return switch (state) {
            case OPEN -> "chip-good";
            case CLOSED_BY_SELLER -> "chip-warn";
            case SUSPENDED -> "chip-bad";
            case CLOSED -> "";
        };
    }

    static String path(SiteView site) {
        return "/shops/" + Ids.external("site", site.id());
    }

    /** The categories to tick, minor ones under the name of their major one. */
    static List<Option> choices(List<CategoryNode> tree) {
        return tree.stream()
                .flatMap(major -> Stream.concat(
                        Stream.of(new Option(major.id().toString(), major.name())),
                        major.children().stream()
                                .map(minor -> new Option(minor.id().toString(), minor.name(), major.name()))))
                .toList();
    }

    static List<String> names(List<CategoryNode> tree, List<UUID> chosen) {
        return choices(tree).stream()
                .filter(option -> chosen.contains(UUID.fromString(option.value())))
                .map(option -> option.group().isEmpty() ? option.label() : option.group() + " › " + option.label())
                .toList();
    }

    static List<Option> themes(Visit visit) {
        return Stream.of("plaza", "atelier", "grove")
                .map(name -> new Option(name, visit.say("theme." + name)))
                .toList();
    }
}
