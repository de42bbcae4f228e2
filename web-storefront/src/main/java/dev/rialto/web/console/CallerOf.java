package dev.rialto.web.console;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import jakarta.servlet.http.HttpServletRequest;

/** The caller that the authentication mechanism left with the request. */
final class CallerOf {
    private CallerOf() {}

    static Caller request(HttpServletRequest request) {
        return request.getAttribute(Caller.class.getName()) instanceof Caller caller
                ? caller
                : Caller.anonymous(Ids.next().toString());
    }
}
