package dev.rialto.web.surface;

import dev.rialto.platform.Settings;
import dev.rialto.staff.ConsoleSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;

/** Is the console there for a request: on its host, on its port, from an address that may knock (D16)? */
@ApplicationScoped
class ConsoleDoor {
    private final Settings settings;
    private final ConsoleSettings console;

    @Inject
    ConsoleDoor(Settings settings, ConsoleSettings console) {
        this.settings = settings;
        this.console = console;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected ConsoleDoor() {
        this.settings = null;
        this.console = null;
    }

    /** Did the request come over the console's own port? Nothing else answers there. */
    boolean isOwnPort(HttpServletRequest request) {
        return console.hasOwnPort() && request.getLocalPort() == console.port();
    }

    boolean isOpen(HttpServletRequest request) {
        return settings.serves("console")
                && console.hasOwnPort() == isOwnPort(request)
                && console.admits(request.getRemoteAddr());
    }
}
