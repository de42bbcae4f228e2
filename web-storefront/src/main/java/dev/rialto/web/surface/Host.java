package dev.rialto.web.surface;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** The host a request was sent to, without its port, in lower case. */
final class Host {
    private static final Pattern NAME = Pattern.compile("[a-z0-9](?:[a-z0-9.-]{0,251}[a-z0-9])?");

    private Host() {}

    static Optional<String> of(HttpServletRequest request) {
        String named = request.getServerName();
        return Optional.ofNullable(named)
                .map(name -> name.toLowerCase(Locale.ROOT))
                .filter(name -> NAME.matcher(name).matches());
    }
}
