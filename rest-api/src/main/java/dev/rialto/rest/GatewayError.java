package dev.rialto.rest;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the gateway itself. */
public enum GatewayError implements ErrorCode {
    /** A parameter the operation does not know, or a wrong value. */
    INVALID_PARAMETER(ErrorKind.INVALID),
    /** The body is no JSON of the operation's kind; the errors name the place. */
    INVALID_BODY(ErrorKind.INVALID),
    /** The body is nested deeper than any operation needs. */
    BODY_TOO_DEEP(ErrorKind.INVALID),
    /** The operation needs an Idempotency-Key of 1 to 255 characters. */
    IDEMPOTENCY_KEY_NEEDED(ErrorKind.INVALID),
    /** The credential stands for no storefront. */
    NO_STOREFRONT(ErrorKind.FORBIDDEN),
    /** The operation is not for credentials of this kind. */
    WRONG_KIND(ErrorKind.FORBIDDEN),
    /** The call needs the shopper's cart token, or the one sent opens nothing here. */
    INVALID_CART_TOKEN(ErrorKind.UNAUTHENTICATED),
    /** The call needs a member's token that is good for this storefront. */
    INVALID_MEMBER_TOKEN(ErrorKind.UNAUTHENTICATED),
    /** The price is not the one that the buyer saw; nothing was charged. */
    PRICE_CHANGED(ErrorKind.CONFLICT),
    /** The change must name the version it is made to, in If-Match. */
    PRECONDITION_REQUIRED(ErrorKind.CONFLICT),
    /** The thing has changed since the version named. */
    PRECONDITION_FAILED(ErrorKind.CONFLICT),
    /** No such thing, or somebody else's. */
    NOT_FOUND(ErrorKind.NOT_FOUND),
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
