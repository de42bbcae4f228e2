package dev.rialto.hosting;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about own domains. */
public enum DomainError implements ErrorCode {
    /** The name is none that a storefront could have: no host name, a public suffix, a wildcard, an address. */
    INVALID_DOMAIN(ErrorKind.INVALID),
    /** The mall's own, or under another seller's domain, or alive elsewhere (A8). */
    DOMAIN_NOT_FREE(ErrorKind.CONFLICT),
    /** No such domain, or not yours. */
    DOMAIN_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The domain's state does not allow it. */
    DOMAIN_STATE(ErrorKind.CONFLICT),
    /** Looked at too often in a short time. */
    TOO_MANY_LOOKS(ErrorKind.THROTTLED);

    private final ErrorKind kind;

    DomainError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
