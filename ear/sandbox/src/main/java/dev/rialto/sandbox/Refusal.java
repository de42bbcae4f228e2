package dev.rialto.sandbox;

/** A request that is not done, with an HTTP status and a stable code. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final int status;
    private final String code;
    private final String field;

    Refusal(int status, String code, String field, String detail) {
        super(detail);
        this.status = status;
        this.code = code;
        this.field = field;
    }

    Refusal(int status, String code, String detail) {
        this(status, code, "", detail);
    }

    int status() {
        return status;
    }

    String code() {
        return code;
    }

    /** The field of the request; empty when it is not one field. */
    String field() {
        return field;
    }
}
