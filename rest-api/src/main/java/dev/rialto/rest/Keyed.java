package dev.rialto.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** An operation whose effect happens once for the Idempotency-Key of the request. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Keyed {
    Need value();

    /** Must the key be there? */
    enum Need {
        /** Money, stock and orders: a call without a key is refused. */
        REQUIRED,
        /** Without a key the call acts each time. */
        OPTIONAL
    }
}
