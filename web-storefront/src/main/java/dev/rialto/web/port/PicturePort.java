package dev.rialto.web.port;

import java.util.Optional;

/** The pictures of goods and shops, as the mall made them. */
public interface PicturePort {

    /** A picture file and its type. */
    record Picture(String type, byte[] bytes) {}

    /** A picture in one of the widths it is kept in. */
    Optional<Picture> picture(String key, int width);
}
