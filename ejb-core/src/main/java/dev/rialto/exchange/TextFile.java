package dev.rialto.exchange;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Opens a text file in its encoding: by its byte order mark, as stated, or UTF-8. Wrong bytes are never guessed at. */
final class TextFile {
    private TextFile() {}

    private record Mark(Charset charset, int length) {}

    /**
     * The text after the mark.
     *
     * @throws UnreadableFile with the line of the first byte that is not in the encoding
     */
    static Reader open(Path file, @Nullable String encoding) throws IOException {
        Mark mark = mark(file);
        Charset charset = mark.length() > 0 || encoding == null ? mark.charset() : Charset.forName(encoding);
        requireDecodable(file, mark.length(), charset);
        InputStream bytes = new BufferedInputStream(Files.newInputStream(file));
        bytes.skipNBytes(mark.length());
        return new InputStreamReader(bytes, strict(charset));
    }

    private static Mark mark(Path file) throws IOException {
        try (InputStream bytes = Files.newInputStream(file)) {
            byte[] start = bytes.readNBytes(3);
            if (start.length == 3 && start[0] == (byte) 0xEF && start[1] == (byte) 0xBB && start[2] == (byte) 0xBF) {
                return new Mark(StandardCharsets.UTF_8, 3);
            }
            if (start.length >= 2 && start[0] == (byte) 0xFF && start[1] == (byte) 0xFE) {
                return new Mark(StandardCharsets.UTF_16LE, 2);
            }
            if (start.length >= 2 && start[0] == (byte) 0xFE && start[1] == (byte) 0xFF) {
                return new Mark(StandardCharsets.UTF_16BE, 2);
            }
            return new Mark(StandardCharsets.UTF_8, 0);
        }
    }

    private static CharsetDecoder strict(Charset charset) {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    /** Reads the file once, so that a wrong encoding is told before the first row is taken in. */
    private static void requireDecodable(Path file, int skip, Charset charset) throws IOException {
        CharsetDecoder decoder = strict(charset);
        ByteBuffer bytes = ByteBuffer.allocate(1 << 16);
        CharBuffer chars = CharBuffer.allocate(1 << 16);
        long line = 1;
        try (InputStream input = Files.newInputStream(file)) {
            input.skipNBytes(skip);
            boolean atEnd = false;
            while (!atEnd) {
                int read = input.read(bytes.array(), bytes.position(), bytes.remaining());
                atEnd = read < 0;
                bytes.position(bytes.position() + Math.max(read, 0)).flip();
                var result = decoder.decode(bytes, chars, atEnd);
                line += lines(chars.flip());
                if (result.isError()) {
                    throw new UnreadableFile(Finding.error(line, null, "wrong_encoding", charset.name()));
                }
                bytes.compact();
                chars.clear();
            }
        } catch (CharacterCodingException e) {
            throw new UnreadableFile(Finding.error(line, null, "wrong_encoding", charset.name()));
        }
    }

    private static long lines(CharBuffer chars) {
        return chars.chars().filter(c -> c == '\n').count();
    }
}
