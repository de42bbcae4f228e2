package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Rialto;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A mall that was killed, and one that was closed: nothing is lost and nothing runs on. */
class RestartST {
    @TempDir
    Path folder;

    @Test
    @Tag("D5")
    void recoversFromAKillKeepsItsDataAndLeavesNoProcess() throws Exception {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        settings.put("RIALTO_DEMO", "false");
        Rialto killed = Rialto.start(settings).awaitOpen();
        writeNote();
        killed.handle().destroyForcibly();
        assertThat(killed.awaitEnd()).isNotZero();

        Rialto next = Rialto.start(settings).awaitOpen();
        assertThat(note()).isEqualTo("kept");
        interrupt(next);
        assertThat(next.awaitEnd()).isEqualTo(130);
        assertThat(processes()).isEmpty();
        assertThat(folder.resolve("data/processes")).doesNotExist();
    }

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
        assertThat(processes()).isEmpty();
    }

    @Test
    void leavesNoProcessWhenInterruptedInMidStart() throws Exception {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        Rialto rialto = Rialto.start(settings);
        rialto.await(text -> text.contains("Starting the server"), "a starting server");
        interrupt(rialto);
        assertThat(rialto.awaitEnd()).isNotZero();
        assertThat(rialto.terminal()).doesNotContain("\tat ");
        assertThat(processes()).isEmpty();
    }

    private static void interrupt(Rialto rialto) throws Exception {
        new ProcessBuilder("kill", "-INT", String.valueOf(rialto.handle().pid()))
                .start()
                .waitFor();
    }

    /** Processes that name the data folder; the kernel may take a moment to bury one. */
    private List<String> processes() throws InterruptedException {
        Instant limit = Instant.now().plus(Duration.ofSeconds(10));
        List<String> alive = alive();
        while (!alive.isEmpty() && Instant.now().isBefore(limit)) {
            Thread.sleep(200);
            alive = alive();
        }
        return alive;
    }

    private List<String> alive() {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(folder.toString()))
                .toList();
    }

    private void writeNote() throws Exception {
        try (Connection database = database()) {
            database.createStatement().execute("create table note as select 'kept' as text");
        }
    }

    private String note() throws Exception {
        try (Connection database = database();
                var row = database.createStatement().executeQuery("select text from note")) {
            row.next();
            return row.getString(1);
        }
    }

    private Connection database() throws Exception {
        Properties settings = new Properties();
        try (Reader lines = Files.newBufferedReader(folder.resolve("data/server.properties"))) {
            settings.load(lines);
        }
        return DriverManager.getConnection(
                settings.getProperty("rialto.db.owner.url"),
                settings.getProperty("rialto.db.owner.user"),
                settings.getProperty("rialto.db.owner.password"));
    }
}
