package dev.rialto.rest;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** What an operation answers when all is well: the record that the contract names for its body. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface Answers {
    /** The body; {@code void} for none, a text or bytes for anything else than JSON records. */
    Class<?> value();

    int status() default 200;
}
