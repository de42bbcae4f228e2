package dev.rialto.order;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about orders. */
public enum OrderError implements ErrorCode {
    /** There is none, or it is somebody else's. */
    ORDER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Something was shipped, or it is over already. */
    NOT_CANCELLABLE(ErrorKind.CONFLICT),
    /** A part of an order that was not paid yet; the whole order can be called off. */
    PART_NOT_CANCELLABLE(ErrorKind.CONFLICT),
    /** Somebody else changed the part since it was read. */
    PART_CHANGED(ErrorKind.CONFLICT),
    /** Fields of a change are wrong; they are named. */
    ORDER_INVALID(ErrorKind.INVALID),
    /** It does not wait for a deposit. */
    NOT_AWAITING_DEPOSIT(ErrorKind.CONFLICT),
    /** Orders of the shop are still on their way. */
    SHOP_HAS_OPEN_ORDERS(ErrorKind.CONFLICT),
    /** The permission is missing. */
    ORDERS_FORBIDDEN(ErrorKind.FORBIDDEN),
    /** The list was asked for in a way that makes no sense; the field is named. */
    FILTER_INVALID(ErrorKind.INVALID);

    private final ErrorKind kind;

    OrderError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
