package dev.rialto.rest.v1;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the gateway itself. */
public enum GatewayError implements ErrorCode {
    /** A parameter the operation does not know, or a wrong value. */
    INVALID_PARAMETER(ErrorKind.INVALID),
    /** The credential stands for no storefront. */
    NO_STOREFRONT(ErrorKind.FORBIDDEN),
    /** No such goods on this storefront. */
    GOODS_NOT_FOUND(ErrorKind.NOT_FOUND);

    private final ErrorKind kind;

    GatewayError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
