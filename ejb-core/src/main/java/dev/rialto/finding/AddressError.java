package dev.rialto.finding;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about names of goods in addresses. */
public enum AddressError implements ErrorCode {
    /** The name has other signs than small Latin letters, digits and hyphens, or is too long. */
    INVALID_SLUG(ErrorKind.INVALID),
    /** Other goods have or had this name. */
    SLUG_TAKEN(ErrorKind.CONFLICT),
    /** No such goods, or not yours. */
    GOODS_UNKNOWN(ErrorKind.NOT_FOUND);

    private final ErrorKind kind;

    AddressError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
