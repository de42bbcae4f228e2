package dev.rialto.picture;

import dev.rialto.kernel.DomainException;
import dev.rialto.storage.Storage;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/** Takes pictures in and hands them out. No transaction: bytes are kept first, then named by a row. */
@ApplicationScoped
public class PictureStore {
    /** Widths in which every picture is kept; a smaller picture is not made larger. */
    public static final List<Integer> WIDTHS = List.of(400, 800, 1600);

    /** The media type of all pictures handed out. */
    public static final String MEDIA_TYPE = "image/jpeg";

    private static final int MOST_BYTES = 10 << 20;
    private static final long MOST_PIXELS = 40_000_000;
    private static final Set<String> TYPES = Set.of("jpeg", "png", "gif");
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{40}");
    private static final double QUALITY = 0.85;

    private final Storage storage;

    @Inject
    public PictureStore(Storage storage) {
        this.storage = storage;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected PictureStore() {
        this.storage = null;
    }

    /**
     * Keeps a picture; the same one twice has the same key.
     *
     * @param upload the file as it was sent, 10 MiB and 40 million pixels at most
     * @throws DomainException {@link PictureError}
     */
    public StoredPicture keep(InputStream upload) {
        byte[] bytes = read(upload);
        BufferedImage picture = onWhite(decode(bytes));
        String key = hash(bytes);
        BufferedImage scaled = picture;
        for (int width : WIDTHS) {
            scaled = scaled(picture, width);
            storage.keep(name(key, width), encode(scaled));
        }
        return new StoredPicture(key, scaled.getWidth(), scaled.getHeight());
    }

    /** A part of a picture in thousandths of its width and height. */
    public record Part(int left, int top, int width, int height) {
        private static final int WHOLE = 1000;
        private static final int LEAST = 50;

        /** The square in the middle of a picture, as cards show it. */
        public static Part square(int width, int height) {
            int side = Math.min(width, height);
            return new Part(
                    (width - side) * WHOLE / 2 / width,
                    (height - side) * WHOLE / 2 / height,
                    side * WHOLE / width,
                    side * WHOLE / height);
        }

        boolean isWithin() {
            return left >= 0
                    && top >= 0
                    && width >= LEAST
                    && height >= LEAST
                    && left + width <= WHOLE
                    && top + height <= WHOLE;
        }
    }

    /**
     * Keeps a part of a kept picture as a picture of its own; the whole one stays.
     *
     * @throws DomainException {@link PictureError#NOT_A_PICTURE} when there is no such picture,
     *     {@link PictureError#PART_OUTSIDE}
     */
    public StoredPicture crop(String key, Part part) {
        if (!part.isWithin()) {
            throw PictureError.PART_OUTSIDE.now();
        }
        BufferedImage whole =
                decode(open(key, WIDTHS.get(WIDTHS.size() - 1)).orElseThrow(PictureError.NOT_A_PICTURE::now));
        int left = whole.getWidth() * part.left() / Part.WHOLE;
        int top = whole.getHeight() * part.top() / Part.WHOLE;
        int width = Math.max(1, whole.getWidth() * part.width() / Part.WHOLE);
        int height = Math.max(1, whole.getHeight() * part.height() / Part.WHOLE);
        return keep(new ByteArrayInputStream(encode(onWhite(whole.getSubimage(left, top, width, height)))));
    }

    /**
     * A picture encoded anew and not kept: for those that only few may see.
     *
     * @param upload as for {@link #keep}
     * @throws DomainException {@link PictureError}
     */
    public static byte[] cleaned(InputStream upload) {
        return encode(scaled(onWhite(decode(read(upload))), WIDTHS.get(WIDTHS.size() - 1)));
    }

    /** The picture as JPEG in one of the {@link #WIDTHS}; empty when there is no such picture or width. */
    public Optional<byte[]> open(String key, int width) {
        if (!KEY.matcher(key).matches() || !WIDTHS.contains(width)) {
            return Optional.empty();
        }
        return storage.read(name(key, width));
    }

    /** Spread over folders by the first letters, which are a hash. */
    private static String name(String key, int width) {
        return "pictures/" + key.substring(0, 2) + "/" + key + "-" + width + ".jpg";
    }

    private static byte[] read(InputStream upload) {
        try {
            byte[] bytes = upload.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw PictureError.PICTURE_TOO_LARGE.now();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private static BufferedImage decode(byte[] bytes) {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            ImageReader reader = reader(input);
            try {
                reader.setInput(input, true, true);
                if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
                    throw PictureError.TOO_MANY_PIXELS.now();
                }
                return reader.read(0);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException broken) {
            throw PictureError.NOT_A_PICTURE.now();
        }
    }

    private static ImageReader reader(ImageInputStream input) throws IOException {
        Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
        while (readers.hasNext()) {
            ImageReader reader = readers.next();
            if (TYPES.contains(reader.getFormatName().toLowerCase(java.util.Locale.ROOT))) {
                return reader;
            }
        }
        throw PictureError.NOT_A_PICTURE.now();
    }

    /** JPEG knows no transparency: what shines through is white. */
    private static BufferedImage onWhite(BufferedImage picture) {
        BufferedImage plain = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
        var graphics = plain.createGraphics();
        graphics.drawImage(picture, 0, 0, Color.WHITE, null);
        graphics.dispose();
        return plain;
    }

    private static BufferedImage scaled(BufferedImage picture, int width) {
        if (picture.getWidth() <= width) {
            return picture;
        }
        try {
            return Thumbnails.of(picture).width(width).asBufferedImage();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] encode(BufferedImage picture) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            Thumbnails.of(picture)
                    .scale(1)
                    .outputFormat("jpg")
                    .outputQuality(QUALITY)
                    .toOutputStream(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 20);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
