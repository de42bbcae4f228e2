package dev.rialto.assortment;

import dev.rialto.kernel.ErrorCode;
import dev.rialto.kernel.ErrorKind;

/** Refusals about changes of many goods and about the tree of categories. */
public enum AssortmentError implements ErrorCode {
    /** The change makes no sense; the field is named. */
    INVALID_BULK(ErrorKind.INVALID),
    /** Some of the goods are not what they were when the plan was shown. */
    PLAN_CHANGED(ErrorKind.CONFLICT),
    /** Both must be of one level and not the same. */
    INVALID_MERGE(ErrorKind.INVALID),
    /** The permission is missing. */
    ASSORTMENT_FORBIDDEN(ErrorKind.FORBIDDEN);

    private final ErrorKind kind;

    AssortmentError(ErrorKind kind) {
        this.kind = kind;
    }

    @Override
    public ErrorKind kind() {
        return kind;
    }
}
