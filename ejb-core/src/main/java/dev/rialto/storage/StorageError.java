package dev.rialto.storage;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Why a file could not be kept or had. */
public enum StorageError implements ErrorCode {
    /** The bucket does not answer, or refuses; the log tells why. */
    STORAGE_UNAVAILABLE(ErrorKind.UNAVAILABLE);

    private final ErrorKind kind;

    StorageError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
