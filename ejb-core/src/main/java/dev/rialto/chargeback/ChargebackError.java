package dev.rialto.chargeback;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals around chargebacks. */
public enum ChargebackError implements ErrorCode {
    CHARGEBACK_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** It is answered or decided already, or its date has passed. */
    CHARGEBACK_STATE(ErrorKind.CONFLICT),
    /** Somebody else changed it since it was read. */
    CHARGEBACK_CHANGED(ErrorKind.CONFLICT),
    /** The note is missing or too long, the kind of evidence unknown. */
    CHARGEBACK_INVALID(ErrorKind.INVALID),
    /** A case is contested with something. */
    EVIDENCE_MISSING(ErrorKind.CONFLICT),
    /** Neither PDF, picture nor text, or larger than 5 MiB. */
    EVIDENCE_UNKNOWN(ErrorKind.INVALID),
    /** More than twenty pieces, or 20 MiB in all. */
    EVIDENCE_TOO_MUCH(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    ChargebackError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
