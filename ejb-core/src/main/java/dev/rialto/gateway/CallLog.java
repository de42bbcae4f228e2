package dev.rialto.gateway;

import dev.rialto.kernel.Caller;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Lock;
import jakarta.ejb.LockType;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes calls in at once and writes them down in batches beside the requests. When the database cannot keep up, the newest
 * are left out, counted and told in the server's log: a call never waits for its log entry.
 */
@Singleton
@Startup
@DependsOn("SchemaMigration")
@Lock(LockType.READ)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class CallLog {
    private static final Logger LOG = System.getLogger(CallLog.class.getName());
    private static final int MOST_WAITING = 20_000;
    private static final int AT_ONCE = 500;
    private static final long EVERY_MILLIS = 250;

    private final BlockingQueue<GatewayCall> waiting = new ArrayBlockingQueue<>(MOST_WAITING);
    private final AtomicLong lost = new AtomicLong();

    @Resource
    ManagedScheduledExecutorService schedule;

    @Inject
    Calls calls;

    @PostConstruct
    void start() {
        schedule.scheduleWithFixedDelay(this::write, EVERY_MILLIS, EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Takes a call in; costs no statement. */
    public void add(GatewayCall call) {
        if (!waiting.offer(call)) {
            lost.incrementAndGet();
        }
    }

    @PreDestroy
    void write() {
        List<GatewayCall> batch = new ArrayList<>(AT_ONCE);
        try {
            while (waiting.drainTo(batch, AT_ONCE) > 0) {
                calls.keep(Caller.worker("call-log"), batch);
                batch.clear();
            }
            long missed = lost.getAndSet(0);
            if (missed > 0) {
                LOG.log(Level.WARNING, "{0} calls of the gateway were not written down: too many at once", missed);
            }
        } catch (RuntimeException e) {
            lost.addAndGet(batch.size());
            LOG.log(Level.WARNING, "calls of the gateway were not written down", e);
        }
    }
}
