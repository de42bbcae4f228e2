package dev.rialto.web.order;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the order pages. */
enum OrderError implements ErrorCode {
    /** Number and key do not belong together, or there is no such order: the two look the same. */
    UNKNOWN_ORDER;

    @Override
    public ErrorKind kind() {
        return ErrorKind.NOT_FOUND;
    }
}
