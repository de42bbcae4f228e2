package dev.rialto.rest.v1.catalogue;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A category in the visitor's language, with the ones below it. */
public record Category(String slug, String name, @Nullable String pictureKey, List<Category> children) {
    public Category {
        children = List.copyOf(children);
    }
}
