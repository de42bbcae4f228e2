package dev.rialto.web.console;

import dev.rialto.membership.SessionView;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The session that the authentication mechanism found behind the cookie. */
public final class SessionOf {
    private SessionOf() {}

    public static Optional<SessionView> request(HttpServletRequest request) {
        return Optional.ofNullable((SessionView) request.getAttribute(SessionView.class.getName()));
    }
}
