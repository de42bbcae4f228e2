package dev.rialto.rest;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;

/**
 * A refusal of the token endpoint, as every OAuth client reads it (RFC 6749, 5.2), with the members of a problem beside.
 *
 * @param error the code of the standard: invalid_request, invalid_client, invalid_grant, unauthorized_client,
 *     unsupported_grant_type, slow_down
 * @param error_description the same in words
 * @param type names the kind of problem; the code in URN form
 * @param title the code in words
 * @param code stable name, finer than the error
 * @param requestId to be quoted to support
 * @param errors one for each wrong field
 */
public record TokenRefusal(
        String error,
        String error_description,
        String type,
        String title,
        int status,
        String code,
        String requestId,
        List<Problem.Field> errors) {
    private static final String PATH = "/api/v1/token";
    private static final int UNAUTHORIZED = 401;
    private static final int THROTTLED = 429;
    /** Tries are counted by the minute. */
    private static final int PAUSE_SECONDS = 60;

    private static final Map<String, String> ERRORS = Map.of(
            "invalid_client", "invalid_client",
            "invalid_grant", "invalid_grant",
            "unsupported_grant_type", "unsupported_grant_type",
            "suspended", "unauthorized_client",
            "no_storefront", "unauthorized_client",
            "too_many_tries", "slow_down",
            "internal_error", "server_error");

    public TokenRefusal {
        errors = List.copyOf(errors);
    }

    static boolean isFor(HttpServletRequest request) {
        return request.getRequestURI().equals(PATH);
    }

    private static TokenRefusal of(Problem problem) {
        return new TokenRefusal(
                ERRORS.getOrDefault(problem.code(), "invalid_request"),
                problem.title(),
                problem.type(),
                problem.title(),
                problem.status(),
                problem.code(),
                problem.requestId(),
                problem.errors());
    }

    /** In the standard's media type, or as a problem for those who ask for problems. */
    static Response response(Problem problem, HttpServletRequest request) {
        String accept = request.getHeader("Accept");
        boolean asProblem = accept != null && accept.contains(Problem.MEDIA_TYPE);
        Response.ResponseBuilder answer = Response.status(problem.status())
                .type(asProblem ? Problem.MEDIA_TYPE : "application/json")
                .entity(WireJson.write(of(problem)))
                .header("Cache-Control", "no-store");
        if (problem.status() == UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Basic realm=\"rialto\"");
        }
        if (problem.status() == THROTTLED) {
            answer.header("Retry-After", PAUSE_SECONDS);
        }
        return answer.build();
    }
}
