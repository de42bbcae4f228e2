package dev.rialto.web.console.goods;

import dev.rialto.goods.CategoryNode;
import dev.rialto.goods.GoodsState;
import dev.rialto.web.console.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How states and categories are written in addresses, choices and colours. */
final class GoodsWords {
    private GoodsWords() {}

    static String key(GoodsState state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    static Optional<GoodsState> state(String text) {
        return Arrays.stream(GoodsState.values())
                .filter(state -> key(state).equals(text))
                .findFirst();
    }

    static String tone(GoodsState state) {
        return switch (state) {
            case DRAFT -> "chip-info";
            case ON_SALE -> "chip-good";
            case WITHDRAWN -> "chip-warn";
            case DELETED -> "chip-bad";
        };
    }

    /** The minor categories under their major ones. */
    static List<Option> categories(List<CategoryNode> tree) {
        return tree.stream()
                .flatMap(major -> major.children().stream()
                        .map(minor -> new Option(minor.id().toString(), minor.name(), major.name())))
                .toList();
    }
}
