package dev.rialto.rest.v1.catalogue;

import java.util.List;

/** A page of the shop's own: about, delivery, terms. */
public record ContentPage(String slug, String title, List<Block> blocks) {
    public ContentPage {
        blocks = List.copyOf(blocks);
    }
}
