package dev.rialto.goods;

import dev.rialto.picture.StoredPicture;
import java.util.Map;

/**
 * A kept picture as one of goods'.
 *
 * @param alt what it shows, by language
 */
public record PictureSpec(StoredPicture picture, Map<String, String> alt) {
    public PictureSpec {
        alt = Map.copyOf(alt);
    }
}
