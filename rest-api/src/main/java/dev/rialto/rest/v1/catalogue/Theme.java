package dev.rialto.rest.v1.catalogue;

import java.util.List;
import java.util.Map;

/**
 * The look of a site as data.
 *
 * @param light colour tokens by name, as #rrggbb
 * @param dark the same for dark surroundings
 * @param bodyFont name of a font stack
 * @param headingFont name of a font stack
 * @param cornerPx radius of corners in pixels
 * @param header name of the header's form
 * @param blocks the front page, top to bottom
 */
public record Theme(
        Map<String, String> light,
        Map<String, String> dark,
        String bodyFont,
        String headingFont,
        int cornerPx,
        String header,
        List<Block> blocks) {

    public Theme {
        light = Map.copyOf(light);
        dark = Map.copyOf(dark);
        blocks = List.copyOf(blocks);
    }
}
