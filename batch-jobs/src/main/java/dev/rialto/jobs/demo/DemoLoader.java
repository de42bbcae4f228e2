package dev.rialto.jobs.demo;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.JobRunView;
import dev.rialto.platform.JobRuns;
import dev.rialto.seller.SellerRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Runs the load as a job: once for a mall, and on from where it was broken off. */
@ApplicationScoped
class DemoLoader {
    static final String JOB = "load-demo";

    private static final System.Logger LOG = System.getLogger(DemoLoader.class.getName());
    private static final String UNIT = "start";

    @Inject
    private JobRuns runs;

    @Inject
    private SellerRegistry sellers;

    @Inject
    private MallSetup malls;

    @Inject
    private SellerSetup shops;

    @Inject
    private GoodsSetup goods;

    @Inject
    private CardsSetup cards;

    /** A part of the load that has an end of its own. */
    private record Step(String name, Runnable work) {}

    /** Loads what is still missing. A mall that was filled otherwise is left alone. */
    void load(Path place) {
        Caller worker = Caller.worker(JOB);
        cards.provider(worker);
        Optional<JobRunView> latest = runs.latest(worker, JOB, 1).stream().findFirst();
        boolean isDone =
                latest.filter(run -> run.state() == JobRunView.State.COMPLETED).isPresent();
        if (isDone || (latest.isEmpty() && !isEmpty(worker))) {
            return;
        }
        if (latest.filter(run -> !run.state().isOver()).isEmpty()) {
            runs.request(worker, JOB, "{}");
        }
        runs.claim(worker, JOB, UNIT, Duration.ZERO).ifPresent(run -> run(worker, run.id(), place));
    }

    private boolean isEmpty(Caller worker) {
        return sellers.list(worker, SellerRegistry.Filter.all()).items().isEmpty();
    }

    /** A demo that fails leaves a mall that works: the reason is told, and the next start tries the rest. */
    private void run(Caller worker, UUID run, Path place) {
        try (DemoFolder folder = DemoFolder.open(place)) {
            List<Step> steps = steps(worker, folder);
            for (int done = 0; done < steps.size(); done++) {
                Step step = steps.get(done);
                tell(worker, run, step.name(), done, steps.size());
                step.work().run();
            }
            tell(worker, run, "done", steps.size(), steps.size());
            finish(worker, run, null);
        } catch (RuntimeException | IOException e) {
            LOG.log(Level.ERROR, "the demo cannot be loaded", e);
            finish(worker, run, String.valueOf(e.getMessage()));
        }
    }

    /** Sellers take turns with their goods, as they would over the weeks: so the newest ones are everybody's. */
    private List<Step> steps(Caller worker, DemoFolder folder) {
        MallContent mall = folder.mall();
        List<SellerContent> all = mall.sellers().stream().map(folder::seller).toList();
        Map<String, UUID> tenants = new HashMap<>();
        List<Step> steps = new ArrayList<>();
        steps.add(new Step("mall", () -> malls.open(worker, mall, folder)));
        for (SellerContent seller : all) {
            steps.add(new Step(seller.key(), () -> tenants.put(seller.key(), shops.open(worker, seller, folder))));
        }
        steps.add(new Step("cards", () -> cards.open(worker)));
        int rounds = all.stream().mapToInt(SellerContent::turns).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            int turn = round;
            for (SellerContent seller : all) {
                steps.add(new Step(
                        seller.key() + " " + turn,
                        () -> goods.fill(
                                worker,
                                Objects.requireNonNull(tenants.get(seller.key())),
                                mall,
                                seller.turn(turn),
                                folder)));
            }
        }
        return steps;
    }

    private void tell(Caller worker, UUID run, String step, long done, long total) {
        runs.progress(worker, new JobRuns.Progress(run, UNIT, total, done, 0, step, List.of()));
    }

    private void finish(Caller worker, UUID run, @Nullable String failure) {
        JobRunView.State end = failure == null ? JobRunView.State.COMPLETED : JobRunView.State.FAILED;
        runs.finish(worker, run, end, null, failure);
    }
}
