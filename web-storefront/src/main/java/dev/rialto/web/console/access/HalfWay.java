package dev.rialto.web.console.access;

import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.SessionOf;
import dev.rialto.web.console.Visit;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Somebody whose password was right and who has yet to give the second factor, or to set it up. */
final class HalfWay {
    private HalfWay() {}

    static Optional<SessionView> of(Visit visit) {
        return session(visit).filter(session -> session.entry().isHalfWay());
    }

    /** The session of somebody signed in, half way or wholly. */
    static Optional<SessionView> session(Visit visit) {
        return SessionOf.request(visit.request())
                .filter(session -> session.kind() == SessionView.Kind.STAFF && session.isSignedIn());
    }

    /** The page that comes next for whoever is half way. */
    static String nextPage(SessionView session, String wayOn) {
        String page = session.entry().enrolled() ? "/sign-in/code" : "/sign-in/factor";
        return page + "?next=" + URLEncoder.encode(wayOn, StandardCharsets.UTF_8);
    }

    static String token(Visit visit, Settings settings) {
        return SessionCookie.read(settings, SessionView.Kind.STAFF, visit.request())
                .orElseThrow(ConsoleError.NOT_ALLOWED::now);
    }
}
