package dev.rialto.coupon;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about coupons. */
public enum CouponError implements ErrorCode {
    /** Fields of a coupon to issue are wrong. */
    INVALID_COUPON(ErrorKind.INVALID),
    /** The site has a coupon of that code already. */
    COUPON_CODE_TAKEN(ErrorKind.CONFLICT),
    /** No such coupon, or another seller's. */
    COUPON_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The coupon was changed by somebody else. */
    COUPON_CHANGED(ErrorKind.CONFLICT),
    /** The coupon cannot be used here and now; the field {@code coupon} says why. */
    COUPON_REFUSED(ErrorKind.INVALID),
    /** Too many codes were tried. */
    TOO_MANY_COUPONS(ErrorKind.THROTTLED);

    private final ErrorKind kind;

    CouponError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
