package dev.rialto.node.gateway;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;
import java.util.Locale;
import java.util.Set;

/** A refusal of the gateway, under the name the mall gives it; the pages have words for the same names. */
public record GatewayProblem(String name, ErrorKind kind) implements ErrorCode {
    /** Refusals of the storefront itself: suspended for a while, or its key has ended. */
    private static final Set<String> OF_THE_STOREFRONT = Set.of("suspended", "invalid_client");

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
        return new GatewayProblem(name.toUpperCase(Locale.ROOT), kind).now();
    }

    /** Does the mall no longer let the storefront sell? */
    public static boolean isSuspension(DomainException refused) {
        return OF_THE_STOREFRONT.contains(refused.code().code());
    }

    /** Is there nobody to ask? */
    public static boolean isUnavailability(DomainException refused) {
        return refused.code().kind() == ErrorKind.UNAVAILABLE;
    }
}
