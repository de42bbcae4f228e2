package dev.rialto.web.shop;

import java.util.Map;

/** What a page flow answers. */
public sealed interface Answer {

    /**
     * A page.
     *
     * @param status HTTP status
     * @param template the Facelets template below /shop, without its ending
     * @param page what the template reads as {@code page}
     */
    record Show(int status, String template, Object page) implements Answer {}

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

    /** There is nothing at this address. */
    record Missing() implements Answer {}

    static Answer show(String template, Object page) {
        return new Show(200, template, page);
    }

    static Answer goTo(String path) {
        return new GoTo(path);
    }

    static Answer missing() {
        return new Missing();
    }
}
