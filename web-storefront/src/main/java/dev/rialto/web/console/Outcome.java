package dev.rialto.web.console;

import java.util.List;

/** What follows a request to a page. */
public sealed interface Outcome {

    /** The page's template is rendered. */
    record Show() implements Outcome {}

    /**
     * The browser goes to another page, which says what was done.
     *
     * @param path an address of the console
     * @param note key of the text to show there; empty for none
     * @param arguments what the text names
     */
    record Go(String path, String note, List<String> arguments) implements Outcome {
        public Go {
            if (!path.startsWith("/") || path.startsWith("//")) {
                throw new IllegalArgumentException("not an address of the console: " + path);
            }
            arguments = List.copyOf(arguments);
        }
    }

    /** A file is sent. */
    record Send(String fileName, String contentType, byte[] content) implements Outcome {
        public Send {
            content = content.clone();
        }

        @Override
        public byte[] content() {
            return content.clone();
        }
    }

    static Outcome show() {
        return new Show();
    }

    static Outcome go(String path) {
        return new Go(path, "", List.of());
    }

    static Outcome go(String path, String note, String... arguments) {
        return new Go(path, note, List.of(arguments));
    }
}
