package dev.rialto.node.gateway;

/** The gateway did not answer, or what answered is not the gateway. */
public final class Unreachable extends RuntimeException {
    private static final long serialVersionUID = 1;

    Unreachable(String message) {
        super(message);
    }

    Unreachable(Throwable cause) {
        super(String.valueOf(cause), cause);
    }
}
