package dev.rialto.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.storage.Storages;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("D66")
class PictureStoreTest {
    @TempDir
    private Path folder;

    private PictureStore store;

    @BeforeEach
    void openStore() {
        store = new PictureStore(Storages.in(folder));
    }

    private StoredPicture keep(byte[] bytes) {
        return store.keep(new ByteArrayInputStream(bytes));
    }

    private static byte[] picture(String type, int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), type, bytes);
        return bytes.toByteArray();
    }

    @Test
    void keepsAPictureInEveryWidth() throws IOException {
        StoredPicture stored = keep(picture("png", 2000, 1000));
        assertThat(stored.width()).isEqualTo(1600);
        assertThat(stored.height()).isEqualTo(800);
        for (int width : PictureStore.WIDTHS) {
            BufferedImage opened = ImageIO.read(
                    new ByteArrayInputStream(store.open(stored.key(), width).orElseThrow()));
            assertThat(opened.getWidth()).isEqualTo(width);
        }
    }

    @Test
    void aSmallPictureIsNotMadeLarger() throws IOException {
        assertThat(keep(picture("jpeg", 300, 200)).width()).isEqualTo(300);
    }

    @Test
    void theSamePictureTwiceIsOne() throws IOException {
        byte[] bytes = picture("gif", 10, 10);
        assertThat(keep(bytes)).isEqualTo(keep(bytes));
    }

    @Test
    void nothingOfTheUploadSurvives() throws IOException {
        byte[] bytes = picture("jpeg", 100, 100);
        byte[] withScript = Arrays.copyOf(bytes, bytes.length + 30);
        byte[] script = "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(script, 0, withScript, bytes.length, script.length);
        StoredPicture stored = keep(withScript);
        assertThat(new String(store.open(stored.key(), 400).orElseThrow(), StandardCharsets.ISO_8859_1))
                .doesNotContain("script");
    }

    @Test
    void refusesWhatIsNoPicture() throws IOException {
        byte[] whole = picture("png", 500, 500);
        for (byte[] wrong : new byte[][] {
            {},
            "<svg xmlns='http://www.w3.org/2000/svg'/>".getBytes(StandardCharsets.UTF_8),
            "GIF89a and then nothing".getBytes(StandardCharsets.US_ASCII),
            Arrays.copyOf(whole, 40)
        }) {
            assertThatThrownBy(() -> keep(wrong)).hasMessage("not_a_picture");
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void refusesAPixelBombBeforeDecodingIt() {
        assertThatThrownBy(() -> keep(pngHeader(20_000, 20_000))).hasMessage("too_many_pixels");
    }

    private static byte[] pngHeader(int width, int height) {
        byte[] header = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 crc = new CRC32();
        crc.update(header);
        return ByteBuffer.allocate(33)
                .putLong(0x89504E470D0A1A0AL)
                .putInt(13)
                .put(header)
                .putInt((int) crc.getValue())
                .array();
    }

    @Test
    void refusesMoreBytesThanAreTaken() {
        assertThatThrownBy(() -> keep(new byte[(10 << 20) + 1])).hasMessage("picture_too_large");
    }

    @Test
    void opensNothingByAForeignNameOrWidth() throws IOException {
        StoredPicture stored = keep(picture("png", 10, 10));
        assertThat(store.open("../../etc/passwd", 400)).isEmpty();
        assertThat(store.open(stored.key(), 401)).isEmpty();
        assertThat(store.open("0".repeat(40), 400)).isEmpty();
    }
}
