package dev.rialto.rest;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.IOException;
import java.util.Locale;

/** A request from where it really came, whose body ends with an error when it is larger than any operation takes. */
final class BoundedBody extends HttpServletRequestWrapper {
    private static final long LARGEST = 10 << 20;
    private static final long LARGEST_FORM = 64 << 10;

    private final String sender;
    private final long largest;

    BoundedBody(HttpServletRequest request, String sender) {
        super(request);
        this.sender = sender;
        this.largest = largest(request);
    }

    /** A body that is too large; nobody reads on. */
    static final class TooLarge extends IOException {
        private static final long serialVersionUID = 1;
    }

    private static long largest(HttpServletRequest request) {
        String type = request.getContentType();
        boolean isForm = type != null && type.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded");
        return isForm ? LARGEST_FORM : LARGEST;
    }

    /** Does it say itself that it is too large? */
    boolean isKnownTooLarge() {
        return getContentLengthLong() > largest;
    }

    @Override
    public String getRemoteAddr() {
        return sender;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return new Counted(super.getInputStream(), largest);
    }

    private static final class Counted extends ServletInputStream {
        private final ServletInputStream body;
        private long left;

        Counted(ServletInputStream body, long largest) {
            this.body = body;
            this.left = largest;
        }

        private int counted(int read) throws TooLarge {
            left -= Math.max(0, read);
            if (left < 0) {
                throw new TooLarge();
            }
            return read;
        }

        @Override
        public int read() throws IOException {
            int one = body.read();
            counted(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            return counted(body.read(into, from, length));
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
