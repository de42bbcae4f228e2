package dev.rialto.launcher;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonSyntaxException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The log of the server, for two questions: why did a start fail, and is the mall set up? */
record ServerLog(Path file) {
    private static final Pattern CAUSE = Pattern.compile("Caused by: [\\w.$]+: (?<message>[^\\n]+)");

    private static final Pattern WRAPPING =
            Pattern.compile("^(Exception while loading the app : )?(CDI deployment failure:)?([\\w.]+Exception: )*");

    /** The deepest cause of the last error logged since then, without the server's words around it. */
    Optional<String> cause(Instant since) {
        return lastError(since)
                .map(message -> WRAPPING.matcher(message).replaceFirst(""))
                .map(message -> message.split(" -- ", 2)[0]);
    }

    /** What the server says of a mall that is still empty. */
    Optional<String> notSetUp(Instant since) {
        try {
            return Files.readAllLines(file).stream()
                    .flatMap(ServerLog::parsed)
                    .filter(line -> !Instant.parse(text(line, "time")).isBefore(since))
                    .map(line -> text(line, "message"))
                    .filter(message -> message.startsWith("NOT SET UP"))
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty(); // the console says it too
        }
    }

    private Optional<String> lastError(Instant since) {
        try {
            List<JsonObject> errors = Files.readAllLines(file).stream()
                    .flatMap(ServerLog::parsed)
                    .filter(line -> text(line, "level").equals("SEVERE"))
                    .filter(line -> !Instant.parse(text(line, "time")).isBefore(since))
                    .toList();
            return errors.stream()
                    .flatMap(line -> CAUSE.matcher(text(line, "message") + "\n" + text(line, "error"))
                            .results())
                    .map(match -> match.group(1).strip())
                    .reduce((earlier, later) -> later)
                    .or(() -> errors.stream()
                            .reduce((earlier, later) -> later)
                            .flatMap(line -> text(line, "message").lines().findFirst()));
        } catch (IOException e) {
            return Optional.empty(); // then there is only the place of the log to tell
        }
    }

    private static Stream<JsonObject> parsed(String line) {
        try {
            return Stream.of(JsonParser.parseString(line).getAsJsonObject());
        } catch (JsonSyntaxException | IllegalStateException e) {
            return Stream.empty(); // a line cut off by a kill
        }
    }

    private static String text(JsonObject line, String name) {
        return line.has(name) ? line.get(name).getAsString() : "";
    }
}
