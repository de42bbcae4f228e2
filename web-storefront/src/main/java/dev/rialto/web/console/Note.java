package dev.rialto.web.console;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was done, carried over one redirect in a cookie that is read once. */
record Note(String key, List<String> arguments) {
    private static final String COOKIE = "rialto_console_note";
    private static final int LONGEST = 2_000;

    Note {
        arguments = List.copyOf(arguments);
    }

    void leave(HttpServletResponse response) {
        String value = Stream.concat(Stream.of(key), arguments.stream())
                .map(part -> URLEncoder.encode(part, StandardCharsets.UTF_8)
                        .replace("+", "%20")
                        .replace(".", "%2E"))
                .collect(Collectors.joining("."));
        if (value.length() <= LONGEST) {
            response.addCookie(cookie(value, 60));
        }
    }

    static Optional<Note> take(HttpServletRequest request, HttpServletResponse response) {
        Cookie[] cookies = request.getCookies();
        if (cookies == null) {
            return Optional.empty();
        }
        Optional<Note> found = Arrays.stream(cookies)
                .filter(cookie ->
                        cookie.getName().equals(COOKIE) && !cookie.getValue().isEmpty())
                .findFirst()
                .flatMap(cookie -> read(cookie.getValue()));
        found.ifPresent(note -> response.addCookie(cookie("", 0)));
        return found;
    }

    private static Optional<Note> read(String value) {
        try {
            List<String> parts = Arrays.stream(value.split("\\."))
                    .map(part -> URLDecoder.decode(part, StandardCharsets.UTF_8))
                    .toList();
            return Optional.of(new Note(parts.get(0), parts.subList(1, parts.size())));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Cookie cookie(String value, int seconds) {
        Cookie cookie = new Cookie(COOKIE, value);
        cookie.setHttpOnly(true);
        cookie.setPath("/");
        cookie.setMaxAge(seconds);
        cookie.setAttribute("SameSite", "Strict");
        return cookie;
    }
}
