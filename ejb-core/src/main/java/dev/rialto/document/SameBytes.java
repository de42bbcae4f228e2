package dev.rialto.document;

import com.lowagie.text.pdf.BaseFont;
import com.lowagie.text.pdf.PdfDate;
import com.lowagie.text.pdf.PdfDictionary;
import com.lowagie.text.pdf.PdfEncryption;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.ZonedDateTime;
import java.util.GregorianCalendar;
import java.util.UUID;

/** Makes the bytes of a paper depend on what it says alone, not on when or by whom it was written. */
final class SameBytes {
    private SameBytes() {}

    /** Dates an open paper, and names it by its own number instead of the clock. */
    static void of(PdfWriter writer, String number, ZonedDateTime at) {
        PdfDictionary about = writer.getInfo();
        PdfDate date = new PdfDate(GregorianCalendar.from(at));
        about.put(PdfName.CREATIONDATE, date);
        about.put(PdfName.MODDATE, date);
        UUID name = UUID.nameUUIDFromBytes(number.getBytes(StandardCharsets.UTF_8));
        byte[] id = ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(name.getMostSignificantBits())
                .putLong(name.getLeastSignificantBits())
                .array();
        about.put(PdfName.FILEID, PdfEncryption.createInfoId(id, id));
    }

    /** A font whose embedded part is always called the same; papers embed one font each. */
    static BaseFont font(BaseFont font) {
        font.setSecureRandom(new Lowest());
        return font;
    }

    /** The library draws the name of a part letter by letter. */
    private static final class Lowest extends SecureRandom {
        private static final long serialVersionUID = 1;

        @Override
        public double nextDouble() {
            return 0;
        }
    }
}
