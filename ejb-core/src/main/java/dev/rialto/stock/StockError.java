package dev.rialto.stock;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the stock domain. */
public enum StockError implements ErrorCode {
    /** The fields name the variants of which there is not enough, and how many there are. */
    OUT_OF_STOCK(ErrorKind.CONFLICT),
    INVALID_STOCK_CHANGE(ErrorKind.INVALID),
    INVALID_CURSOR(ErrorKind.INVALID),
    VARIANT_NOT_FOUND(ErrorKind.NOT_FOUND),
    NOT_ALLOWED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    StockError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
