package dev.rialto.ledger;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the books. */
public enum LedgerError implements ErrorCode {
    /** More would go back than the sale has left. */
    REFUND_EXCEEDS_SALE(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    LedgerError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
