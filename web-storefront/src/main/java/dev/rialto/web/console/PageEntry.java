package dev.rialto.web.console;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import java.util.UUID;

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

    /** The address of one thing's page, whose route ends in the prefix of that kind of thing: {@code /orders/{order}}. */
    String address(UUID thing) {
        int variable = route.path().indexOf('{');
        String prefix = route.path().substring(variable + 1, route.path().length() - 1);
        return route.path().substring(0, variable) + Ids.external(prefix, thing);
    }

    boolean isInMenu() {
        return route.menu() != Section.NONE;
    }
}
