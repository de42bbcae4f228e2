package dev.rialto.jobs;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Settings;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/** Sets every recurring task going when the application starts, where the worker surface is served. */
@Singleton
@Startup
@DependsOn("ejb-core.jar#SchemaMigration")
@TransactionManagement(TransactionManagementType.BEAN)
public class RecurringWork {
    private static final Logger LOG = System.getLogger(RecurringWork.class.getName());

    @Inject
    Settings settings;

    @Inject
    Instance<RecurringTask> tasks;

    @Resource
    ManagedScheduledExecutorService schedule;

    @PostConstruct
    void start() {
        if (settings.serves("worker")) {
            for (RecurringTask task : tasks) {
                long millis = task.pause().toMillis();
                schedule.scheduleWithFixedDelay(() -> turn(task), millis, millis, TimeUnit.MILLISECONDS);
            }
        }
    }

    /** What fails must not end the schedule: it is logged here and tried again at the next turn. */
    private static void turn(RecurringTask task) {
        try {
            task.run(Caller.worker(UUID.randomUUID().toString().replace("-", "")));
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, task.getClass().getSimpleName() + " failed and will be tried again", e);
        }
    }
}
