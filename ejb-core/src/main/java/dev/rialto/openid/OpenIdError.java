package dev.rialto.openid;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the provider. */
public enum OpenIdError implements ErrorCode {
    /** There is no such relying party, or it is another place's. */
    PARTY_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields are wrong; they are named. */
    PARTY_INVALID(ErrorKind.INVALID),
    /** Somebody else changed it since it was read. */
    PARTY_CHANGED(ErrorKind.CONFLICT),
    /** A sign-in was asked for by nobody registered, or to be answered at an address that is not. */
    PARTY_UNKNOWN(ErrorKind.INVALID),
    /** Nobody is on the way by this key any more. */
    SIGN_IN_OVER(ErrorKind.INVALID);

    private final ErrorKind kind;

    OpenIdError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
