package dev.rialto.web.catalogue;

import java.util.List;

/** The first page of a shop: its blocks, top to bottom. */
public record FrontPage(List<Section> sections) {
    public FrontPage {
        sections = List.copyOf(sections);
    }
}
