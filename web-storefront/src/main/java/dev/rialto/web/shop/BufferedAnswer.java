package dev.rialto.web.shop;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Holds a page back until it is whole: its entity tag is known then, and a page that fails half-way is never sent. */
final class BufferedAnswer extends HttpServletResponseWrapper {
    private static final int USUAL = 32_768;

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final StringWriter text = new StringWriter(USUAL);
    private @Nullable PrintWriter writer;
    private @Nullable ServletOutputStream stream;

    BufferedAnswer(HttpServletResponse response) {
        super(response);
    }

    /** Text is encoded here, at once: pages are written in many small pieces. */
    byte[] body() {
        return writer == null ? bytes.toByteArray() : text.toString().getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public PrintWriter getWriter() {
        if (writer == null) {
            writer = new PrintWriter(text);
        }
        return writer;
    }

    @Override
    public ServletOutputStream getOutputStream() {
        if (stream == null) {
            stream = new Held(bytes);
        }
        return stream;
    }

    @Override
    public void setContentLength(int length) {
        // known when the page is whole
    }

    @Override
    public void setContentLengthLong(long length) {
        // known when the page is whole
    }

    @Override
    public void flushBuffer() {
        // sent when the page is whole
    }

    @Override
    public void resetBuffer() {
        text.getBuffer().setLength(0);
        bytes.reset();
    }

    private static final class Held extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        private Held(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            bytes.write(values, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new IllegalStateException("pages are written at once");
        }
    }
}
