package dev.rialto.chargeback;

import dev.rialto.kernel.DomainException;
import dev.rialto.picture.PictureStore;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** An upload by what its bytes are; its name loses what a header could not carry. */
record EvidenceFile(String name, String mediaType, byte[] bytes) {
    private static final int MOST_BYTES = 5 << 20;
    private static final int LONGEST_NAME = 200;
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    static EvidenceFile of(String fileName, InputStream upload) {
        byte[] bytes = read(upload);
        String name = name(fileName);
        if (bytes.length > PDF.length && Arrays.equals(bytes, 0, PDF.length, PDF, 0, PDF.length)) {
            return new EvidenceFile(name, "application/pdf", bytes);
        }
        try {
            return new EvidenceFile(
                    name, PictureStore.MEDIA_TYPE, PictureStore.cleaned(new ByteArrayInputStream(bytes)));
        } catch (DomainException noPicture) {
            return new EvidenceFile(name, "text/plain; charset=utf-8", text(bytes));
        }
    }

    private static byte[] text(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            if (!text.isBlank() && text.chars().allMatch(c -> c >= ' ' || c == '\n' || c == '\r' || c == '\t')) {
                return bytes;
            }
        } catch (CharacterCodingException binary) {
            throw unknown();
        }
        throw unknown();
    }

    private static byte[] read(InputStream upload) {
        try {
            byte[] bytes = upload.readNBytes(MOST_BYTES + 1);
            if (bytes.length > MOST_BYTES) {
                throw unknown();
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException("the upload broke off", e);
        }
    }

    private static DomainException unknown() {
        return ChargebackError.EVIDENCE_UNKNOWN.because("file", "pdf_picture_or_text");
    }

    private static String name(String fileName) {
        String plain = fileName.replaceAll("^.*[/\\\\]", "")
                .replaceAll("[\\p{Cntrl}\"<>]", "")
                .strip();
        String kept = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return kept.isEmpty() ? "file" : kept;
    }
}
