package dev.rialto.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** In whose name an operation acts, which tells the headers it reads besides the credential's token. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Acts {
    Name value();

    /** Whose things an operation is about. */
    enum Name {
        /** What every visitor of the storefront may see. */
        STOREFRONT,
        /** What one shopper has: by cart, by member or by the key of an order. */
        SHOPPER,
        /** What a member has; the member's token must be there. */
        MEMBER,
        /** The seller's own rows. */
        SELLER,
        /** The rows of a channel and of those below it. */
        CHANNEL
    }
}
