package dev.rialto.seller;

import dev.rialto.platform.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The looks that come with the product. */
final class ShippedThemes {
    private static final List<String> NAMES = List.of("plaza", "atelier", "grove");
    private static final Map<String, ThemeDocument> ALL = read();

    private ShippedThemes() {}

    static List<ThemeDocument> all() {
        return List.copyOf(ALL.values());
    }

    static Optional<ThemeDocument> named(String name) {
        return Optional.ofNullable(ALL.get(name));
    }

    /** The look as a storefront wears it: it has no list of the mall's shops. */
    static ThemeDocument forStorefront(String name) {
        ThemeDocument look = named(name).orElseThrow(() -> SellerError.INVALID_SITE.because("theme", "unknown"));
        Map<String, List<PageBlock>> layout = new LinkedHashMap<>();
        look.layout()
                .forEach((page, blocks) -> layout.put(
                        page,
                        blocks.stream()
                                .filter(block -> !block.kind().equals("shops"))
                                .toList()));
        return look.withLayout(layout);
    }

    /** The look of whoever chose none. */
    static ThemeDocument first() {
        return all().get(0);
    }

    private static Map<String, ThemeDocument> read() {
        Map<String, ThemeDocument> themes = new LinkedHashMap<>();
        NAMES.forEach(name -> themes.put(name, Json.read(resource("themes/" + name + ".json"), ThemeDocument.class)));
        return themes;
    }

    static String resource(String name) {
        try (InputStream stream = ShippedThemes.class.getResourceAsStream(name)) {
            if (stream == null) {
                throw new IllegalStateException(name + " is missing in this build");
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + name, e);
        }
    }
}
