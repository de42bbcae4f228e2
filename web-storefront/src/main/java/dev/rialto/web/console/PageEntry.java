package dev.rialto.web.console;

import dev.rialto.kernel.Caller;

/** A page as the console knows it before anybody opens it. */
record PageEntry(Class<? extends ConsolePage> type, Route route, PathPattern pattern) {
    static PageEntry of(Class<? extends ConsolePage> type) {
        Route route = type.getAnnotation(Route.class);
        if (route == null) {
            throw new IllegalStateException(type.getName() + " has no route");
        }
        return new PageEntry(type, route, PathPattern.of(route.path()));
    }

    /** The one answer that menu and page share. */
    boolean isFor(Caller caller) {
        return route.who().includes(caller) && (route.permission().isEmpty() || caller.may(route.permission()));
    }

    boolean isInMenu() {
        return route.menu() != Section.NONE;
    }
}
