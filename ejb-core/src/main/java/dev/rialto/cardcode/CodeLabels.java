package dev.rialto.cardcode;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.lowagie.text.Document;
import com.lowagie.text.PageSize;
import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfContentByte;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

/** Labels to be printed: 24 to a page of A4, each with product, code as text and as QR, and its last day. */
final class CodeLabels {
    static final int MOST = 5_000;
    private static final int COLUMNS = 3;
    private static final int ROWS = 8;
    private static final float MARGIN = 28;
    private static final float WIDTH = (PageSize.A4.getWidth() - 2 * MARGIN) / COLUMNS;
    private static final float HEIGHT = (PageSize.A4.getHeight() - 2 * MARGIN) / ROWS;
    private static final float QR = 62;

    private final PdfContentByte canvas;
    private final BaseFont font;
    private final String sku;

    private CodeLabels(PdfContentByte canvas, BaseFont font, String sku) {
        this.canvas = canvas;
        this.font = font;
        this.sku = sku;
    }

    static byte[] of(BatchView batch, List<BatchBook.Readable> codes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Document document = new Document(PageSize.A4)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.open();
            BaseFont font = BaseFont.createFont(BaseFont.COURIER, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
            CodeLabels labels = new CodeLabels(writer.getDirectContent(), font, batch.sku());
            for (int i = 0; i < codes.size(); i++) {
                if (i > 0 && i % (COLUMNS * ROWS) == 0) {
                    document.newPage();
                }
                labels.draw(i % (COLUMNS * ROWS), codes.get(i));
            }
            if (codes.isEmpty()) {
                writer.setPageEmpty(false);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void draw(int place, BatchBook.Readable code) {
        float left = MARGIN + WIDTH * (place % COLUMNS);
        float top = PageSize.A4.getHeight() - MARGIN - HEIGHT * (place / COLUMNS);
        canvas.setLineWidth(0.3f);
        canvas.rectangle(left, top - HEIGHT, WIDTH, HEIGHT);
        canvas.stroke();
        squares(code.code().replace("-", ""), left + 6, top - 8);
        float text = left + QR + 12;
        say(sku.length() > 18 ? sku.substring(0, 18) : sku, text, top - 18, 8);
        String[] groups = code.code().split("-");
        for (int i = 0; i < groups.length; i += 2) {
            String line = groups[i] + (i + 1 < groups.length ? "-" + groups[i + 1] : "");
            say(line, text, top - 34 - 5f * i, 9);
        }
        say("#" + code.number() + "  " + code.expiresOn(), left + 6, top - HEIGHT + 8, 7);
    }

    private void say(String text, float x, float y, float size) {
        canvas.beginText();
        canvas.setFontAndSize(font, size);
        canvas.setTextMatrix(x, y);
        canvas.showText(text);
        canvas.endText();
    }

    private void squares(String text, float left, float top) {
        BitMatrix matrix = matrix(text);
        float side = QR / matrix.getWidth();
        for (int y = 0; y < matrix.getHeight(); y++) {
            for (int x = 0; x < matrix.getWidth(); x++) {
                if (matrix.get(x, y)) {
                    canvas.rectangle(left + x * side, top - (y + 1) * side, side, side);
                }
            }
        }
        canvas.fill();
    }

    private static BitMatrix matrix(String text) {
        Map<EncodeHintType, Object> hints =
                Map.of(EncodeHintType.ERROR_CORRECTION, ErrorCorrectionLevel.M, EncodeHintType.MARGIN, 1);
        try {
            return new QRCodeWriter().encode(text, BarcodeFormat.QR_CODE, 1, 1, hints);
        } catch (WriterException e) {
            throw new IllegalArgumentException("too long for a QR code: " + text.length() + " characters", e);
        }
    }
}
