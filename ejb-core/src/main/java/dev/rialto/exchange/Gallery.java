package dev.rialto.exchange;

import dev.rialto.goods.PictureSpec;
import dev.rialto.picture.StoredPicture;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The pictures of one product as they come in. */
final class Gallery {
    private static final int MOST = 20;
    private static final String TOO_MANY = "too_many_pictures";

    private final String language;
    private final List<PictureSpec> kept = new ArrayList<>();
    private final List<Finding> warnings = new ArrayList<>();

    Gallery(String language) {
        this.language = language;
    }

    /** A picture from somewhere else. */
    void fetch(PictureAddress address, PictureFetch from) {
        try {
            if (kept.size() < MOST) {
                keep(address, from.fetch(address.address()));
            } else {
                warn(address, TOO_MANY);
            }
        } catch (PictureFetch.Unavailable e) {
            warn(address, e.code());
        }
    }

    /** A picture of the mall's own; null when it may not be had. */
    void copy(PictureAddress address, @Nullable StoredPicture picture) {
        if (kept.size() < MOST && picture != null) {
            keep(address, picture);
        } else {
            warn(address, picture == null ? "picture_not_shown" : TOO_MANY);
        }
    }

    private void keep(PictureAddress address, StoredPicture picture) {
        kept.add(new PictureSpec(picture, address.alt().isEmpty() ? Map.of() : Map.of(language, address.alt())));
    }

    private void warn(PictureAddress address, String code) {
        warnings.add(Finding.warning(address.line(), ProductColumn.PICTURE.heading(), code, address.address()));
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
