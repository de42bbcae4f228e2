package dev.rialto.web.local;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.SessionCookie;
import dev.rialto.membership.SessionView;
import dev.rialto.platform.Settings;
import dev.rialto.web.shop.Session;
import dev.rialto.web.shop.SessionSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Takes the session from the request, where the authentication of this EAR has put it. */
@ApplicationScoped
class RequestSessions implements SessionSource {
    @Inject
    private Settings settings;

    @Override
    public Session of(HttpServletRequest request) {
        Caller caller = request.getAttribute(Caller.class.getName()) instanceof Caller known
                ? known
                : Caller.anonymous(Ids.next().toString());
        if (request.getAttribute(SessionView.class.getName()) instanceof SessionView session) {
            UUID account = session.accountId();
            return new Session(
                    caller.token(),
                    account == null ? null : Wire.text(Wire.ACCOUNT, account),
                    session.name(),
                    session.cartCount(),
                    session.wished().stream()
                            .map(goods -> Wire.text(Wire.GOODS, goods))
                            .collect(Collectors.toUnmodifiableSet()),
                    caller.traceId());
        }
        return new Session(null, null, null, 0, Set.of(), caller.traceId());
    }

    @Override
    public String cookieName() {
        return SessionCookie.name(settings, SessionView.Kind.SHOPPER);
    }

    @Override
    public boolean isSecure() {
        return settings.publicScheme().equals("https");
    }
}
