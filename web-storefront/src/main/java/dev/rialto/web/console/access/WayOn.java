package dev.rialto.web.console.access;

import dev.rialto.web.console.Visit;

/** Where somebody wanted to go before the door: only an address of the console itself, so that nobody is led away. */
final class WayOn {
    private WayOn() {}

    static String of(Visit visit) {
        return visit.entries().optional("next").filter(WayOn::isInside).orElse("/");
    }

    static boolean isInside(String path) {
        return path.matches("/(?![/\\\\])[^\\\\\\p{Cntrl}]*") && !path.startsWith("/sign-");
    }
}
