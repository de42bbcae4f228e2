package dev.rialto.exchange;

import dev.rialto.goods.PictureSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pictures of one product as they come in. */
final class Gallery {
    private static final int MOST = 20;

    private final String language;
    private final List<PictureSpec> kept = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    Gallery(String language) {
        this.language = language;
    }

    void add(PictureAddress address, PictureFetch fetch) {
        try {
            if (kept.size() == MOST) {
                throw new PictureFetch.Unavailable("too_many_pictures");
            }
            Map<String, String> alt = address.alt().isEmpty() ? Map.of() : Map.of(language, address.alt());
            kept.add(new PictureSpec(fetch.fetch(address.address()), alt));
        } catch (PictureFetch.Unavailable e) {
            warnings.add(Finding.warning(address.line(), ProductColumn.PICTURE.heading(), e.code(), address.address()));
        }
    }

    /** Null when none could be had: then the goods keep those they have. */
    @Nullable
    List<PictureSpec> pictures() {
        return kept.isEmpty() ? null : kept;
    }

    List<Finding> warnings() {
        return warnings;
    }
}
