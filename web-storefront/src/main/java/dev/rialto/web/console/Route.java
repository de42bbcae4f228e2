package dev.rialto.web.console;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Stereotype;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where a page of the console is found, who may open it and where the menu shows it. */
@Stereotype
@Dependent
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Route {

    /** Its address; a part in braces is a variable: {@code /orders/{order}}. */
    String path();

    /** Its template under {@code /console/pages}, without the ending; its texts start with the same name. */
    String view();

    /** Who may open it. */
    Who who() default Who.STAFF;

    /** The permission needed; none when empty. */
    String permission() default "";

    /** The part of the menu that lists it. */
    Section menu() default Section.NONE;

    /** Its place within that part. */
    int rank() default 0;
}
