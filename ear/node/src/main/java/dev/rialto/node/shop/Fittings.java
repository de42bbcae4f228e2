package dev.rialto.node.shop;

import dev.rialto.node.start.NodeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.time.Clock;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Settings and clock; wrong settings end the start with the line that says which. */
@ApplicationScoped
class Fittings {
    private static final Logger LOG = Logger.getLogger(Fittings.class.getName());

    private final NodeSettings settings =
            NodeSettings.read(Path.of(System.getProperty(NodeSettings.FILE, "node.properties")));

    void start(@Observes @Initialized(ApplicationScoped.class) Object begun) {
        LOG.log(Level.INFO, "the storefront {0} sells through {1}", new Object[] {settings.address(), settings.gateway()
        });
    }

    @Produces
    NodeSettings settings() {
        return settings;
    }

    @Produces
    @ApplicationScoped
    Clock clock() {
        return Clock.systemUTC();
    }
}
