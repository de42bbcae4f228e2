package dev.rialto.web.local;

import dev.rialto.picture.PictureStore;
import dev.rialto.web.port.PicturePort;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** The pictures of this process. */
@ApplicationScoped
class LocalPictures implements PicturePort {
    @Inject
    private PictureStore pictures;

    @Override
    public Optional<Picture> picture(String key, int width) {
        return pictures.open(key, width).map(bytes -> new Picture(PictureStore.MEDIA_TYPE, bytes));
    }
}
