package dev.rialto.checkout;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of cart and checkout. */
public enum CheckoutError implements ErrorCode {
    /** Field {@code quantity}: too_small, too_large, over_stock; the argument is the most that can be bought. */
    QUANTITY_INVALID(ErrorKind.INVALID),
    /** Field {@code variant}: it is not sold on this site. */
    GOODS_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The seller has not been checked yet, or the check has ended. */
    NOT_YET_ON_SALE(ErrorKind.CONFLICT),
    /** Somebody else's line, or one that is gone. */
    CART_LINE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The cart holds as many different goods as it can. */
    CART_FULL(ErrorKind.CONFLICT),
    /** There is neither a token nor an account to keep a cart under. */
    CART_OWNER_MISSING(ErrorKind.UNAUTHENTICATED),
    CART_EMPTY(ErrorKind.CONFLICT),
    /** The fields name the lines: sold_out and fewer_left with what there is, withdrawn with the name of the goods. */
    CART_NOT_READY(ErrorKind.CONFLICT),
    /** This site sells to members only. */
    SIGN_IN_REQUIRED(ErrorKind.UNAUTHENTICATED),
    /** The site does not sell in this currency or language, or not now. */
    SITE_CLOSED(ErrorKind.CONFLICT),
    /** Fields of contact, address or delivery are wrong. */
    DETAILS_INVALID(ErrorKind.INVALID),
    CHECKOUT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Field {@code method} or {@code bankAccount}. */
    PAYMENT_CHOICE_INVALID(ErrorKind.INVALID),
    /** The price grew beyond what a checkout can hold. */
    AMOUNT_INVALID(ErrorKind.INVALID);

    private final ErrorKind kind;

    CheckoutError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
