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
    SHEET_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** It was booked or dropped before. */
    SHEET_DONE(ErrorKind.CONFLICT),
    /** The fields name the lines of the file and what is wrong with them. */
    INVALID_STOCK_FILE(ErrorKind.INVALID),
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
