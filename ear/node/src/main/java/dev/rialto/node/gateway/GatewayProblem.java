package dev.rialto.node.gateway;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;
import java.util.Locale;

/** A refusal of the gateway, under the name the mall gives it; the pages have words for the same names. */
public record GatewayProblem(String name, ErrorKind kind) implements ErrorCode {
    static final String SUSPENDED = "suspended";

    /** The gateway does not answer. */
    public static DomainException unavailable() {
        return of("gateway_unavailable", ErrorKind.UNAVAILABLE);
    }

    /** The mall leaves this to its own pages. */
    public static DomainException notHere() {
        return of("not_here", ErrorKind.NOT_FOUND);
    }

    /** A refusal under a name of the mall's. */
    public static DomainException of(String name, ErrorKind kind) {
        return new DomainException(new GatewayProblem(name.toUpperCase(Locale.ROOT), kind));
    }

    /** Has the mall suspended the storefront or its key? */
    public static boolean isSuspension(DomainException refused) {
        return refused.code().code().equals(SUSPENDED);
    }

    /** Is there nobody to ask? */
    public static boolean isUnavailability(DomainException refused) {
        return refused.code().kind() == ErrorKind.UNAVAILABLE;
    }
}
