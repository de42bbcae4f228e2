package dev.rialto.goods;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals of the goods domain. */
public enum GoodsError implements ErrorCode {
    /** Fields of goods, variants, prices or queries are wrong; the details name them. */
    INVALID_GOODS(ErrorKind.INVALID),
    GOODS_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** Somebody else changed the goods since they were read. */
    GOODS_CHANGED(ErrorKind.CONFLICT),
    /** The state of the goods does not allow this step. */
    WRONG_STATE(ErrorKind.CONFLICT),
    /** The mall has taken the goods off sale. */
    GOODS_BARRED(ErrorKind.CONFLICT),
    SKU_TAKEN(ErrorKind.CONFLICT),
    INVALID_CATEGORY(ErrorKind.INVALID),
    CATEGORY_NOT_FOUND(ErrorKind.NOT_FOUND),
    CATEGORY_IN_USE(ErrorKind.CONFLICT),
    CATEGORY_CHANGED(ErrorKind.CONFLICT),
    CATEGORY_SLUG_TAKEN(ErrorKind.CONFLICT),
    /** The upload is no picture, of another type, broken or too large. */
    INVALID_PICTURE(ErrorKind.INVALID),
    PICTURE_NOT_FOUND(ErrorKind.NOT_FOUND),
    VARIANT_NOT_FOUND(ErrorKind.NOT_FOUND),
    /** The product file cannot be read at all. */
    INVALID_IMPORT(ErrorKind.INVALID),
    SITE_NOT_FOUND(ErrorKind.NOT_FOUND),
    NOT_ALLOWED(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    GoodsError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
