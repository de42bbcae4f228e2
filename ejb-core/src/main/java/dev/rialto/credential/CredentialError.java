package dev.rialto.credential;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of credentials and tokens. */
public enum CredentialError implements ErrorCode {
    /** Unknown client, wrong secret, run out or revoked: one answer for all. */
    INVALID_CLIENT(ErrorKind.UNAUTHENTICATED),
    /** No token, or one that is not good. */
    INVALID_TOKEN(ErrorKind.UNAUTHENTICATED),
    /** The code or refresh token is not good, or no longer. */
    INVALID_GRANT(ErrorKind.UNAUTHENTICATED),
    /** The credential or its storefront is suspended. */
    SUSPENDED(ErrorKind.FORBIDDEN),
    /** The credential does not carry the scope this call needs. */
    INSUFFICIENT_SCOPE(ErrorKind.FORBIDDEN),
    /** Fields of a new credential are wrong. */
    INVALID_CREDENTIAL(ErrorKind.INVALID),
    /** No such credential, or somebody else's. */
    CREDENTIAL_NOT_FOUND(ErrorKind.NOT_FOUND);

    private final ErrorKind kind;

    CredentialError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
