package dev.rialto.tax;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of tax rates. */
public enum TaxError implements ErrorCode {
    /** Fields of a tax rate are wrong. */
    TAX_RATE_INVALID(ErrorKind.INVALID),
    /** The caller may not do this. */
    NOT_PERMITTED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    TaxError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
