package dev.rialto.web.console;

import dev.rialto.kernel.Caller;

/** The kinds of people before the console. */
public enum Who {
    /** Everybody, signed in or not. */
    ANYONE,
    /** Operators and sellers. */
    STAFF,
    /** Those who run the mall. */
    OPERATOR,
    /** Those who work for the seller whose console this is. */
    SELLER;

    boolean includes(Caller caller) {
        return switch (this) {
            case ANYONE -> true;
            case STAFF -> isStaff(caller);
            case OPERATOR -> caller.role() == Caller.Role.MALL;
            case SELLER -> caller.role() == Caller.Role.TENANT;
        };
    }

    static boolean isStaff(Caller caller) {
        return caller.signedIn().isPresent()
                && (caller.role() == Caller.Role.MALL || caller.role() == Caller.Role.TENANT);
    }
}
