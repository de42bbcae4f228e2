package dev.rialto.system.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Pictures of goods, as a seller sends them. */
class PicturesST {
    private static final int HEADER_LENGTH = 13;

    private final ConsoleClient seller = ConsoleClient.sellerWithoutShop();
    private final String goods =
            Wares.found("action=\"(/goods/goods_[a-z0-9]+)\"", Wares.draft(seller, "Brass frame " + UUID.randomUUID()));

    @Test
    @Tag("D66")
    void areRefusedWhenTheyAreNone() {
        Http.Answer refused = add("no picture at all".getBytes(StandardCharsets.UTF_8));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("no picture");
        assertThat(seller.get(goods).text()).doesNotContain("/pictures/");
    }

    @Test
    @Tag("D66")
    void areRefusedByTheirHeaderWhenTheyHaveTooManyPixels() {
        Http.Answer refused = add(headerOf(20_000, 20_000));
        assertThat(refused.status()).as(refused.text()).isEqualTo(422);
        assertThat(refused.text()).contains("too many pixels");
        assertThat(seller.get(goods).text()).doesNotContain("/pictures/");
    }

    @Test
    @Tag("D66")
    void areShownInThreeSizesAndCutToASquare() throws IOException {
        Http.Answer added = seller.follow(add(picture(900, 600)));
        String whole = Wares.found("/pictures/([0-9a-f]{40})-400", added);
        assertThat(shown(whole, 400)).isEqualTo("400x267");
        assertThat(shown(whole, 800)).isEqualTo("800x533");
        assertThat(shown(whole, 1600)).isEqualTo("900x600");
        String id = Wares.found("name=\"picture\" value=\"([0-9a-f-]{36})\"", added);
        Http.Answer cut = seller.follow(
                seller.post(goods, "change-picture", "picture", id, "crop", "square", "alt.en", "A frame"));
        String square = Wares.found("/pictures/([0-9a-f]{40})-400", cut);
        assertThat(square).isNotEqualTo(whole);
        assertThat(cut.text()).contains("A frame").doesNotContain(whole);
        String[] sides = shown(square, 1600).split("x");
        assertThat(Integer.parseInt(sides[0]))
                .isCloseTo(Integer.parseInt(sides[1]), org.assertj.core.data.Offset.offset(2));
    }

    private Http.Answer add(byte[] content) {
        return seller.upload(goods, "add-picture", new ConsoleClient.Attachment("picture", "a.png", content));
    }

    private static byte[] picture(int width, int height) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB), "png", bytes);
        return bytes.toByteArray();
    }

    /** A PNG that says how large it is and ends there. */
    private static byte[] headerOf(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(4 + HEADER_LENGTH)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 check = new CRC32();
        check.update(chunk);
        return ByteBuffer.allocate(8 + 4 + chunk.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'})
                .putInt(HEADER_LENGTH)
                .put(chunk)
                .putInt((int) check.getValue())
                .array();
    }

    private static String shown(String key, int width) throws IOException {
        Http.Answer answer = Mall.running().at("mall.localhost").get("/pictures/" + key + "-" + width + ".jpg");
        assertThat(answer.status()).isEqualTo(200);
        BufferedImage image =
                ImageIO.read(new ByteArrayInputStream(answer.response().body()));
        return image.getWidth() + "x" + image.getHeight();
    }
}
