package dev.rialto.node.shop;

import dev.rialto.kernel.DomainException;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Calls the mall once a minute, so that the console shows this server running also while nobody shops. */
@ApplicationScoped
class Heartbeat {
    private static final Logger LOG = Logger.getLogger(Heartbeat.class.getName());
    private static final long SECONDS = 60;

    @Resource
    private ManagedScheduledExecutorService timer;

    @Inject
    private Premises premises;

    void start(@Observes @Initialized(ApplicationScoped.class) Object begun) {
        timer.scheduleAtFixedRate(this::beat, 0, SECONDS, TimeUnit.SECONDS);
    }

    private void beat() {
        try {
            premises.now();
        } catch (DomainException silent) {
            LOG.log(Level.WARNING, "the mall does not answer; it is asked again in a minute: {0}", silent.getMessage());
        }
    }
}
