package dev.rialto.node.gateway;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.kernel.FieldError;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the gateway answered.
 *
 * @param tag strong validator of the body; null when it has none
 * @param type media type
 */
@SuppressWarnings("ArrayRecordComponent")
record Reply(int status, @Nullable String tag, String type, byte[] body) {
    private static final int NOT_MODIFIED = 304;
    private static final int NOT_FOUND = 404;

    /** A refusal as the contract writes it (RFC 9457). */
    record Problem(@Nullable String code, @Nullable List<Field> errors) {
        record Field(String pointer, String code, @Nullable List<String> arguments) {
            FieldError error() {
                String name = pointer.replaceFirst("^/", "").replace('/', '.');
                return new FieldError(name, code, arguments == null ? List.of() : arguments);
            }
        }
    }

    boolean isGood() {
        return status >= 200 && status < 300;
    }

    boolean isUnchanged() {
        return status == NOT_MODIFIED;
    }

    boolean isMissing() {
        return status == NOT_FOUND && isProblem();
    }

    /** Does the contract know this answer? A proxy's error page is none. */
    boolean isProblem() {
        return type.startsWith("application/problem+json");
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** The refusal's stable code; empty for an answer that is none. */
    String code() {
        return isProblem() ? String.valueOf(problem().code()) : "";
    }

    private Problem problem() {
        return NodeJson.read(body, Problem.class);
    }

    DomainException refusal() {
        if (!isProblem()) {
            return GatewayProblem.unavailable();
        }
        Problem problem = problem();
        List<Problem.Field> errors = problem.errors() == null ? List.of() : problem.errors();
        GatewayProblem code =
                new GatewayProblem(String.valueOf(problem.code()).toUpperCase(java.util.Locale.ROOT), kind());
        return code.because(errors.stream().map(Problem.Field::error).toList());
    }

    private ErrorKind kind() {
        return switch (status) {
            case 401 -> ErrorKind.UNAUTHENTICATED;
            case 403 -> ErrorKind.FORBIDDEN;
            case NOT_FOUND -> ErrorKind.NOT_FOUND;
            case 409, 412, 428 -> ErrorKind.CONFLICT;
            case 429 -> ErrorKind.THROTTLED;
            default -> status < 500 ? ErrorKind.INVALID : ErrorKind.UNAVAILABLE;
        };
    }

    @Override
    public String toString() {
        return "Reply[" + status + "]";
    }
}
