package dev.rialto.web.console;

import jakarta.servlet.ServletContext;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.CRC32;

/** A short name of what scripts and styles hold now. */
final class Build {
    private static final String NAME = Build.class.getName();

    private Build() {}

    static String of(HttpServletRequest request) {
        return String.valueOf(request.getServletContext().getAttribute(NAME));
    }

    /** Reads the files once, when the console starts. */
    static void mark(ServletContext context) {
        CRC32 sum = new CRC32();
        for (String file : new String[] {"console.css", "console.js"}) {
            try (InputStream stream = context.getResourceAsStream("/console/static/" + file)) {
                sum.update(stream.readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(file, e);
            }
        }
        context.setAttribute(NAME, Long.toHexString(sum.getValue()));
    }
}
