package dev.rialto.verification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class DocumentFileTest {
    private static DocumentFile of(byte[] bytes) {
        return DocumentFile.of(new ByteArrayInputStream(bytes));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aPdfStaysAsItIs() {
        byte[] pdf = text("%PDF-1.7\nwhatever\n%%EOF");
        assertThat(of(pdf).mediaType()).isEqualTo("application/pdf");
        assertThat(of(pdf).bytes()).isEqualTo(pdf);
    }

    @Test
    void aPictureIsEncodedAnew() throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_ARGB), "png", png);
        png.write(text("<script>alert(1)</script>"));
        DocumentFile kept = of(png.toByteArray());
        assertThat(kept.mediaType()).isEqualTo("image/jpeg");
        assertThat(new String(kept.bytes(), StandardCharsets.ISO_8859_1)).doesNotContain("script");
        assertThat(ImageIO.read(new ByteArrayInputStream(kept.bytes())).getWidth())
                .isEqualTo(40);
    }

    @Test
    void refusesWhatIsNeitherAndWhatIsTooLarge() {
        assertThatThrownBy(() -> of(text("<html>%PDF-1.7"))).hasMessageContaining("document_unknown");
        assertThatThrownBy(() -> of(new byte[0])).hasMessageContaining("document_unknown");
        assertThatThrownBy(() -> of(new byte[(5 << 20) + 1])).hasMessageContaining("document_too_large");
    }
}
