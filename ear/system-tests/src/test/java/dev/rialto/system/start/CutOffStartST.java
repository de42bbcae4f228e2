package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Rialto;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that is cut off: nothing runs on. */
class CutOffStartST {
    @TempDir
    Path folder;

    @Test
    void endsWholeWhenTheServerIsKilled() throws Exception {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        settings.put("RIALTO_DEMO", "false");
        Rialto rialto = Rialto.start(settings);
        rialto.await(text -> text.contains("Opening"), "a started server");
        rialto.handle()
                .children()
                .filter(child -> child.info().commandLine().orElse("").contains("ServerMain"))
                .forEach(ProcessHandle::destroyForcibly);
        assertThat(rialto.awaitEnd()).isEqualTo(1);
        assertThat(rialto.terminal()).contains("The mall did not open: ").doesNotContain("\tat ");
        assertThat(processes(folder)).isEmpty();
    }

    @Test
    void leavesNoProcessWhenInterruptedInMidStart() throws Exception {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        Rialto rialto = Rialto.start(settings);
        rialto.await(text -> text.contains("Starting the server"), "a starting server");
        rialto.interrupt();
        assertThat(rialto.awaitEnd()).isNotZero();
        assertThat(rialto.terminal()).doesNotContain("\tat ");
        assertThat(processes(folder)).isEmpty();
    }

    /** Processes that name the data folder; the kernel may take a moment to bury one. */
    static List<String> processes(Path folder) throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(10));
        List<String> alive = alive(folder);
        while (!alive.isEmpty() && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
            alive = alive(folder);
        }
        return alive;
    }

    private static List<String> alive(Path folder) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }
}
