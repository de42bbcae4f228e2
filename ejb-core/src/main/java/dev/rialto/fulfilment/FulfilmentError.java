package dev.rialto.fulfilment;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of delivery and shipping. */
public enum FulfilmentError implements ErrorCode {
    /** Fields of a delivery method are wrong. */
    DELIVERY_INVALID(ErrorKind.INVALID),
    DELIVERY_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Somebody else changed the delivery method since it was read. */
    DELIVERY_CHANGED(ErrorKind.CONFLICT),
    /** Fields of a shipment are wrong. */
    SHIPMENT_INVALID(ErrorKind.INVALID),
    SUB_ORDER_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Somebody else changed the sub-order since it was read. */
    SUB_ORDER_CHANGED(ErrorKind.CONFLICT),
    /** Not paid yet, or nothing is left to ship. */
    NOT_SHIPPABLE(ErrorKind.CONFLICT),
    /** It has not been shipped as a whole. */
    NOT_DELIVERABLE(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    FulfilmentError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
