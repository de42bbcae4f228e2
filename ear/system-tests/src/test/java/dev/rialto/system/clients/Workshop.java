package dev.rialto.system.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** Makes clients with OpenAPI Generator and runs programs on them. */
final class Workshop {
    private static final Path GENERATOR = Path.of("target/openapi-generator-cli.jar");
    private static final Path CONTRACT = Path.of("../../docs/api/openapi.json");

    private final Path folder;

    private Workshop(Path folder) {
        this.folder = folder;
    }

    /** A client in a folder of its own, for a language of the generator. */
    static Workshop of(String language, String... properties) throws Exception {
        require(Files.exists(GENERATOR), GENERATOR + " (the build copies it)");
        Path folder =
                Files.createDirectories(Path.of("target/clients/" + language)).toAbsolutePath();
        Workshop workshop = new Workshop(folder);
        workshop.run(
                Map.of(),
                List.of(
                        java(),
                        "-jar",
                        GENERATOR.toAbsolutePath().toString(),
                        "generate",
                        "-g",
                        language,
                        "-o",
                        ".",
                        "-i",
                        CONTRACT.toAbsolutePath().toString(),
                        "--additional-properties=" + String.join(",", properties)));
        return workshop;
    }

    static String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /** Is this program there? Where it is not, the test is skipped loudly, or fails where it must run. */
    static void requireProgram(String... command) {
        boolean works;
        try {
            works = new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException missing) {
            works = false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
        require(works, String.join(" ", command));
    }

    private static void require(boolean there, String what) {
        if (there) {
            return;
        }
        String missing = "MISSING on this machine: " + what + "; generated clients cannot be tried";
        if (Boolean.parseBoolean(System.getenv("RIALTO_REQUIRE_CLIENTS"))) {
            throw new AssertionError(missing);
        }
        System.err.println("*** " + missing + " and are skipped ***");
        Assumptions.abort(missing);
    }

    Workshop with(String resource) throws IOException {
        try (InputStream file = Workshop.class.getResourceAsStream(resource)) {
            Files.copy(file, folder.resolve(resource), StandardCopyOption.REPLACE_EXISTING);
        }
        return this;
    }

    List<String> sources(String below) throws IOException {
        try (Stream<Path> files = Files.walk(folder.resolve(below))) {
            return files.map(Path::toString)
                    .filter(name -> name.endsWith(".java"))
                    .toList();
        }
    }

    /** What the program says; it must end well. */
    String run(Map<String, String> settings, List<String> command) throws Exception {
        Path output = Files.createTempFile("client", ".txt");
        ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(command))
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(settings);
        int status = builder.start().waitFor();
        String said = Files.readString(output);
        assertThat(status).as(command.get(0) + "\n" + said).isZero();
        return said.strip();
    }
}
