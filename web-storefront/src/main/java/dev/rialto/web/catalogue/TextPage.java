package dev.rialto.web.catalogue;

import java.util.List;

/** A content page of a shop. */
public record TextPage(String title, List<Section> sections) {
    public TextPage {
        sections = List.copyOf(sections);
    }
}
