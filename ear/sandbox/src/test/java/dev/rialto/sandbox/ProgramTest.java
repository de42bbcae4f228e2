package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process of its own. */
class ProgramTest {
    @TempDir
    Path folder;

    private Process run(Map<String, String> environment) throws Exception {
        ProcessBuilder program = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Sandbox.class.getName());
        program.environment()
                .put("RIALTO_SANDBOX_JOURNAL", folder.resolve("journal.jsonl").toString());
        program.environment().putAll(environment);
        return program.start();
    }

    @Test
    void itPrintsItsAddressAnswersThereAndStopsWhenTold() throws Exception {
        Process program = run(Map.of("RIALTO_SANDBOX_PORT", "0"));
        try (BufferedReader out = program.inputReader()) {
            String line = out.readLine();
            String url = line.replaceAll(".*(http://\\S+),.*", "$1");
            HttpResponse<String> health = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(url + "/health")).build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(health.body()).contains("UP");
            program.destroy();
            assertThat(program.waitFor(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            program.destroyForcibly();
        }
    }

    @Test
    void aTakenPortIsOneLineAndAnExitStatus() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
            Process program = run(Map.of("RIALTO_SANDBOX_PORT", String.valueOf(taken.getLocalPort())));
            String said = new String(program.getErrorStream().readAllBytes());
            assertThat(program.waitFor()).isEqualTo(2);
            assertThat(said.strip()).startsWith("RIALTO_SANDBOX_PORT").doesNotContain("\n");
        }
    }
}
