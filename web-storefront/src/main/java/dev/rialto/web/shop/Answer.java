package dev.rialto.web.shop;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;

/** What a page flow answers. */
public sealed interface Answer {

    /**
     * A page.
     *
     * @param status HTTP status
     * @param template the Facelets template below /shop, without its ending
     * @param page what the template reads as {@code page}
     * @param head what search engines are told
     */
    record Show(int status, String template, Object page, Head head) implements Answer {
        public Show(int status, String template, Object page) {
            this(status, template, page, Head.HIDDEN);
        }
    }

    /** Another address of this shop, asked for by GET. */
    record GoTo(String path) implements Answer {
        public GoTo {
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException("redirects stay in the shop");
            }
        }
    }

    /** An address of somebody else's that the mall has registered, asked for by GET. */
    record Away(String address) implements Answer {
        public Away {
            if (!address.startsWith("https://") && !address.startsWith("http://")) {
                throw new IllegalArgumentException("not a web address");
            }
        }
    }

    /** A file: a stylesheet, a picture, an export. */
    record File(String type, byte[] bytes, Map<String, String> headers) implements Answer {
        public File {
            headers = Map.copyOf(headers);
        }
    }

    /** What a script asked for, as JSON. */
    record Told(int status, String json) implements Answer {}

    /** What is sent without a page around it. */
    record Plain(Sender sender) implements Answer {}

    /** Writes an answer. */
    @FunctionalInterface
    interface Sender {
        void send(HttpServletRequest request, HttpServletResponse response) throws IOException;
    }

    /** There is nothing at this address. */
    record Missing() implements Answer {}

    static Answer show(String template, Object page) {
        return new Show(200, template, page);
    }

    /** A page that is to be found. */
    static Answer found(String template, Object page, Head head) {
        return new Show(200, template, page, head);
    }

    static Answer goTo(String path) {
        return new GoTo(path);
    }

    static Answer missing() {
        return new Missing();
    }
}
