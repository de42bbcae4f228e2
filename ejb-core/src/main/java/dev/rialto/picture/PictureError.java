package dev.rialto.picture;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Why a file was not taken as a picture. */
public enum PictureError implements ErrorCode {
    /** Neither JPEG, PNG nor GIF, or broken. */
    NOT_A_PICTURE(ErrorKind.INVALID),
    /** More bytes than are taken. */
    PICTURE_TOO_LARGE(ErrorKind.INVALID),
    /** A part reaches beyond its picture, or is too small. */
    PART_OUTSIDE(ErrorKind.INVALID),
    /** More pixels than are decoded. */
    TOO_MANY_PIXELS(ErrorKind.INVALID);

    private final ErrorKind kind;

    PictureError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
