package dev.rialto.verification;

import dev.rialto.kernel.DomainException;
import dev.rialto.picture.PictureStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** An upload by what its bytes are, not by what it is called. */
record DocumentFile(String mediaType, byte[] bytes) {
    private static final int MOST_BYTES = 5 << 20;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /**
     * Takes a PDF as it is, and a picture encoded anew.
     *
     * @throws DomainException {@link VerificationError#DOCUMENT_TOO_LARGE}, {@link VerificationError#DOCUMENT_UNKNOWN}
     */
    static DocumentFile of(InputStream upload) {
        byte[] bytes = read(upload);
        if (isPdf(bytes)) {
            return new DocumentFile("application/pdf", bytes);
        }
        try {
            return new DocumentFile(PictureStore.MEDIA_TYPE, PictureStore.cleaned(new ByteArrayInputStream(bytes)));
        } catch (DomainException noPicture) {
            throw VerificationError.DOCUMENT_UNKNOWN.because("file", "pdf_or_picture");
        }
    }

    private static byte[] read(InputStream upload) {
        try {
            byte[] bytes = upload.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw VerificationError.DOCUMENT_TOO_LARGE.because("file", "too_large");
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private static boolean isPdf(byte[] bytes) {
        return bytes.length > PDF.length && java.util.Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length);
    }
}
