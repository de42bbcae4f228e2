package dev.rialto.rest;

import dev.rialto.credential.CredentialError;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.FieldError;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A refusal as partners see it (RFC 9457).
 *
 * @param type names the kind of problem; the code in URN form
 * @param title the code in words
 * @param code stable name; clients tolerate new ones
 * @param requestId to be quoted to support
 * @param errors one for each wrong field
 */
public record Problem(String type, String title, int status, String code, String requestId, List<Field> errors) {
    static final String MEDIA_TYPE = "application/problem+json";
    private static final Map<Integer, String> PLAIN_CODES = Map.of(
            400, "malformed_request",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "body_too_large",
            415, "unsupported_media_type",
            500, "internal_error");
    /** What RFC 6749 answers with 400. */
    private static final Set<ErrorCode> OF_OAUTH =
            Set.of(TokenError.INVALID_REQUEST, TokenError.UNSUPPORTED_GRANT_TYPE, CredentialError.INVALID_GRANT);

    private static final int TOO_MANY_REQUESTS = 429;
    private static final int PRECONDITION_REQUIRED = 428;

    public Problem {
        errors = List.copyOf(errors);
    }

    /**
     * A wrong field.
     *
     * @param pointer where in the body (RFC 6901), or the name of the parameter
     * @param detail what the rule is
     * @param arguments what the rule names: the limit, the choices
     */
    public record Field(String pointer, String code, String detail, List<String> arguments) {
        static Field of(FieldError error) {
            String arguments = error.arguments().isEmpty() ? "" : ": " + String.join(", ", error.arguments());
            return new Field(
                    "/" + error.field().replace('.', '/'),
                    error.code(),
                    error.code().replace('_', ' ') + arguments,
                    error.arguments());
        }
    }

    /** The codes of refusals that no operation makes itself, by their status. */
    public static Map<Integer, String> plainCodes() {
        return PLAIN_CODES;
    }

    /** A refusal that no operation makes itself. */
    static Problem plain(int status, String requestId) {
        return of(status, PLAIN_CODES.getOrDefault(status, "refused"), requestId);
    }

    static Problem of(int status, String code, String requestId) {
        return new Problem("urn:rialto:problem:" + code, code.replace('_', ' '), status, code, requestId, List.of());
    }

    static Problem of(DomainException refusal, String requestId) {
        String code = refusal.code().code();
        return new Problem(
                "urn:rialto:problem:" + code,
                code.replace('_', ' '),
                statusOf(refusal.code()),
                code,
                requestId,
                refusal.fields().stream().map(Field::of).toList());
    }

    /** The status that a refusal with this code has. */
    public static int statusOf(ErrorCode code) {
        if (code == GatewayError.PRECONDITION_REQUIRED) {
            return PRECONDITION_REQUIRED;
        }
        if (code == GatewayError.PRECONDITION_FAILED) {
            return HttpServletResponse.SC_PRECONDITION_FAILED;
        }
        if (OF_OAUTH.contains(code) || code == GatewayError.BODY_TOO_DEEP) {
            return HttpServletResponse.SC_BAD_REQUEST;
        }
        return switch (code.kind()) {
            case INVALID -> 422;
            case NOT_FOUND -> HttpServletResponse.SC_NOT_FOUND;
            case CONFLICT -> HttpServletResponse.SC_CONFLICT;
            case FORBIDDEN -> HttpServletResponse.SC_FORBIDDEN;
            case UNAUTHENTICATED -> HttpServletResponse.SC_UNAUTHORIZED;
            case THROTTLED -> TOO_MANY_REQUESTS;
            case UNAVAILABLE -> HttpServletResponse.SC_SERVICE_UNAVAILABLE;
        };
    }

    Response response() {
        Response.ResponseBuilder answer =
                Response.status(status).type(MEDIA_TYPE).entity(bytes());
        if (status == HttpServletResponse.SC_UNAUTHORIZED) {
            answer.header("WWW-Authenticate", "Bearer error=\"" + code + "\"");
        }
        boolean isToldByTheLimit = code.equals(RateLimit.RateLimitError.TOO_MANY_CALLS.code());
        if (code.equals("still_running")
                || (status == TOO_MANY_REQUESTS && !isToldByTheLimit)
                || status == HttpServletResponse.SC_SERVICE_UNAVAILABLE) {
            answer.header("Retry-After", 1);
        }
        return answer.build();
    }

    void writeTo(HttpServletResponse response) throws IOException {
        response.setStatus(status);
        response.setContentType(MEDIA_TYPE);
        response.getOutputStream().write(bytes());
    }

    private byte[] bytes() {
        return WireJson.write(this);
    }
}
