package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.node.gateway.Ask;
import dev.rialto.node.gateway.Gateway;
import dev.rialto.node.gateway.Keyring;
import dev.rialto.node.start.NodeSettings;
import dev.rialto.web.shop.Session;
import dev.rialto.web.shop.SessionSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who stands behind the cookie of this host; the mall knows. Nothing is kept here. */
@ApplicationScoped
public class NodeSessions implements SessionSource {
    private static final String HELD = NodeSessions.class.getName();
    private static final String TRACE = HELD + ".trace";
    private static final String MEMBER = "member";

    @Inject
    private Gateway gateway;

    @Inject
    private NodeSettings settings;

    @Inject
    private Keyring keys;

    private record Known(
            boolean signedIn,
            @Nullable String name,
            int cartCount,
            @Nullable Set<String> wished) {
        Set<String> wishes() {
            return wished == null ? Set.of() : wished;
        }
    }

    @Override
    public Session of(HttpServletRequest request) {
        return request.getAttribute(HELD) instanceof Session held ? held : unknown(request);
    }

    /**
     * Asks the mall who the visitor is.
     *
     * @throws DomainException when the mall does not answer
     */
    public void recognise(HttpServletRequest request) {
        String token = token(request);
        request.setAttribute(HELD, token == null ? unknown(request) : asked(request, token));
    }

    /** Takes the visitor for the holder of the cookie, as long as nobody can be asked. */
    void assume(HttpServletRequest request) {
        request.setAttribute(HELD, new Session(token(request), null, null, 0, Set.of(), trace(request)));
    }

    private Session asked(HttpServletRequest request, String token) {
        try {
            Known known = known(token);
            return new Session(
                    token,
                    known.signedIn() ? MEMBER : null,
                    known.name(),
                    known.cartCount(),
                    known.wishes(),
                    trace(request));
        } catch (DomainException refused) {
            if (refused.code().kind() == ErrorKind.UNAUTHENTICATED) {
                return unknown(request);
            }
            throw refused;
        }
    }

    /** What a member wishes is told to the member's token alone; a guest has none, and none is asked for. */
    private Known known(String token) {
        Ask ask = Ask.get("/session").with("Rialto-Cart", token);
        if (keys.isKnown(token)) {
            return gateway.read(ask.byMember(token), Known.class);
        }
        Known known = gateway.read(ask, Known.class);
        return known.signedIn() ? gateway.read(ask.byMember(token), Known.class) : known;
    }

    private static Session unknown(HttpServletRequest request) {
        return new Session(null, null, null, 0, Set.of(), trace(request));
    }

    /** Id of the request, which the mall's log of calls carries too. */
    public static String trace(HttpServletRequest request) {
        if (request.getAttribute(TRACE) instanceof String known) {
            return known;
        }
        String fresh = UUID.randomUUID().toString();
        request.setAttribute(TRACE, fresh);
        return fresh;
    }

    private @Nullable String token(HttpServletRequest request) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(cookieName()) && !cookie.getValue().isEmpty()) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    @Override
    public String cookieName() {
        return isSecure() ? "__Host-rialto_node" : "rialto_node";
    }

    @Override
    public boolean isSecure() {
        return settings.isSecure();
    }
}
