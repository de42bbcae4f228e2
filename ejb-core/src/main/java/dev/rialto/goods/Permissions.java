package dev.rialto.goods;

import dev.rialto.kernel.Caller;

/** Who may change what here. The worker may do all that jobs need. */
final class Permissions {
    static final String EDIT = "goods.edit";

    private Permissions() {}

    /** Goods and stock: the mall's and the seller's staff with that permission. */
    static void requireGoods(Caller caller) {
        boolean isStaff = caller.role() == Caller.Role.TENANT || caller.role() == Caller.Role.MALL;
        if (caller.role() != Caller.Role.WORKER && !(isStaff && caller.may(EDIT))) {
            throw GoodsError.NOT_ALLOWED.now();
        }
    }

    /** Categories: the mall's staff only. */
    static void requireMall(Caller caller) {
        boolean isMall = caller.role() == Caller.Role.MALL && caller.may(EDIT);
        if (caller.role() != Caller.Role.WORKER && !isMall) {
            throw GoodsError.NOT_ALLOWED.now();
        }
    }
}
