package dev.rialto.bankfile;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of bank files and their entries. */
public enum BankFileError implements ErrorCode {
    BANK_FILE_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** It is neither a CAMT.053 statement nor a table, or lines of it cannot be read; they are named. */
    BANK_FILE_INVALID(ErrorKind.INVALID),
    /** More bytes or entries than are read at once. */
    BANK_FILE_TOO_LARGE(ErrorKind.INVALID),
    /** The same file was read before; the field names when. */
    BANK_FILE_KNOWN(ErrorKind.CONFLICT),
    ENTRY_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Fields of a decision are wrong; they are named. */
    ENTRY_INVALID(ErrorKind.INVALID),
    /** The state of the entry, or of the order, does not allow it. */
    ENTRY_STATE(ErrorKind.CONFLICT),
    /** Somebody else acted since it was read. */
    ENTRY_CHANGED(ErrorKind.CONFLICT);

    private final ErrorKind kind;

    BankFileError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
