package dev.rialto.document;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Settings of papers.
 *
 * @param font a font file with Korean, Japanese and Chinese that is embedded ({@code rialto.document.font}); a collection
 *     (.ttc) holds Japanese, Korean, simplified Chinese in this order, as Noto Sans CJK does. Null when none was found.
 */
public record DocumentSettings(@Nullable Path font) {
    private static final List<Path> PLACES = List.of(
            Path.of("/usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/noto-cjk/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/google-noto-cjk/NotoSansCJK-Regular.ttc"),
            Path.of("/usr/share/fonts/google-noto-sans-cjk-fonts/NotoSansCJK-Regular.ttc"));

    static DocumentSettings from(Config config) {
        String named =
                config.getOptionalValue("rialto.document.font", String.class).orElse("");
        if (!named.isBlank()) {
            Path font = Path.of(named);
            if (!Files.isReadable(font)) {
                throw new IllegalStateException("rialto.document.font must be a font file, and is not there: " + named);
            }
            return new DocumentSettings(font);
        }
        return new DocumentSettings(
                PLACES.stream().filter(Files::isReadable).findFirst().orElse(null));
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private volatile @Nullable DocumentSettings read;

        /** A wrong setting stops the application when it starts. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
            settings();
        }

        @Produces
        DocumentSettings settings() {
            DocumentSettings known = read;
            if (known == null) {
                known = from(ConfigProvider.getConfig());
                read = known;
            }
            return known;
        }
    }
}
