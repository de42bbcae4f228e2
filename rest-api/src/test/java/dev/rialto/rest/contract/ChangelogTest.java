package dev.rialto.rest.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.openapitools.openapidiff.core.OpenApiCompare;
import org.openapitools.openapidiff.core.model.ChangedOpenApi;
import org.openapitools.openapidiff.core.model.ChangedOperation;
import org.openapitools.openapidiff.core.model.Endpoint;

/** The changelog of the API says what differs from the last released document; a break without an entry fails. */
class ChangelogTest {
    private static final Path RELEASED = Path.of("../docs/api/released");
    private static final Path CHANGELOG = Path.of("../docs/api/CHANGELOG.md");

    private static Path lastReleased() throws IOException {
        try (Stream<Path> files = Files.list(RELEASED)) {
            return files.max(Comparator.comparing(
                            file -> Runtime.Version.parse(versionOf(file).replaceAll("(\\.0)+$", ""))))
                    .orElseThrow();
        }
    }

    private static String versionOf(Path file) {
        return file.getFileName().toString().replace(".json", "");
    }

    /** One line for each operation that came, went or changed. */
    private static List<String> lines(ChangedOpenApi changes) {
        List<String> lines = new ArrayList<>();
        for (Endpoint gone : changes.getMissingEndpoints()) {
            lines.add("- **Breaking**: `" + gone.getMethod() + " " + gone.getPathUrl() + "` is gone.");
        }
        for (Endpoint fresh : changes.getNewEndpoints()) {
            lines.add("- New: `" + fresh.getMethod() + " " + fresh.getPathUrl() + "` ("
                    + fresh.getOperation().getSummary() + ").");
        }
        for (ChangedOperation changed : changes.getChangedOperations()) {
            String name = "`" + changed.getHttpMethod() + " " + changed.getPathUrl() + "`";
            if (changed.isIncompatible()) {
                lines.add("- **Breaking**: " + name + " is not compatible with what it was.");
            } else if (changed.isDifferent()) {
                lines.add("- Changed: " + name + ".");
            }
        }
        lines.sort(Comparator.naturalOrder());
        return lines;
    }

    private static String section(String version) throws IOException {
        String text = Files.readString(CHANGELOG);
        int start = text.indexOf("## " + version + "\n");
        int end = text.indexOf("\n## ", start + 1);
        return start < 0 ? "" : text.substring(start, end < 0 ? text.length() : end);
    }

    @Test
    void whatChangedSinceTheLastReleaseStandsInTheChangelog() throws Exception {
        Path last = lastReleased();
        ChangedOpenApi changes = OpenApiCompare.fromContents(Files.readString(last), ContractTest.generated());
        List<String> lines = new ArrayList<>(lines(changes));
        lines.addAll(Narrowings.between(Files.readString(last), ContractTest.generated()));
        if (lines.isEmpty()) {
            return;
        }
        if (Boolean.getBoolean("rialto.contract.write")) {
            write(Contract.VERSION, lines);
        }
        assertThat(Contract.VERSION)
                .as(
                        "the contract differs from the released %s: raise Contract.VERSION and enter\n%s",
                        last, String.join("\n", lines))
                .isNotEqualTo(versionOf(last));
        assertThat(section(Contract.VERSION).lines())
                .as("docs/api/CHANGELOG.md, section %s, lacks lines of\n%s", Contract.VERSION, String.join("\n", lines))
                .containsAll(lines);
        boolean isBreak = lines.stream().anyMatch(line -> line.contains("**Breaking**"));
        assertThat(isBreak && major(Contract.VERSION).equals(major(versionOf(last))))
                .as("a break is a new major version, below /v2")
                .isFalse();
    }

    private static void write(String version, List<String> lines) throws IOException {
        String text = Files.readString(CHANGELOG);
        String old = section(version);
        String fresh = "## " + version + "\n\n" + String.join("\n", lines) + "\n";
        Files.writeString(
                CHANGELOG,
                old.isEmpty() ? text.replaceFirst("\n## ", "\n" + fresh + "\n## ") : text.replace(old, fresh));
    }

    private static String major(String version) {
        return version.substring(0, version.indexOf('.'));
    }

    /** Proves the guard itself: it tells a break from an addition. */
    @Test
    void aRemovedOperationIsABreakAndAnAddedOneIsNone() throws Exception {
        String now = ContractTest.generated();
        String less = now.replace("\"/v1/session\"", "\"/v1/somewhere-else\"");
        assertThat(lines(OpenApiCompare.fromContents(now, less)))
                .anyMatch(line -> line.startsWith("- **Breaking**: `DELETE /v1/session` is gone"))
                .anyMatch(line -> line.startsWith("- New: `DELETE /v1/somewhere-else`"));
        String renamed = now.replace("\"cartToken\"", "\"token\"");
        assertThat(lines(OpenApiCompare.fromContents(now, renamed)))
                .containsExactly("- **Breaking**: `POST /v1/carts` is not compatible with what it was.");
    }

    /** A bound that a client kept to yesterday and breaks today is a break, wherever it stands in a request. */
    @Test
    void aTighterBoundOfARequestIsABreakAndAWiderOneIsNone() {
        String now = ContractTest.generated();
        String key = "\"maxLength\" : 255";
        assertThat(now).contains(key);
        assertThat(Narrowings.between(now, now)).isEmpty();
        assertThat(Narrowings.between(now, now.replace(key, "\"maxLength\" : 40")))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("- **Breaking**") && line.contains("maxLength"));
        assertThat(Narrowings.between(now, now.replace(key, "\"maxLength\" : 400")))
                .isEmpty();
        assertThat(Narrowings.between(now.replace("\"minLength\" : 1,", ""), now))
                .anyMatch(line -> line.contains("minLength"));
    }

    /** A client that names no version today must not be told tomorrow that it has to. */
    @Test
    void anOperationThatNeedsAVersionFromNowOnIsABreak() {
        String now = ContractTest.generated();
        String last = now.replace("\"428\" :", "\"427\" :");
        assertThat(Narrowings.between(last, now))
                .contains("- **Breaking**: `PUT /v1/cart/coupon` needs an `If-Match`.")
                .noneMatch(line -> line.contains("PATCH /v1/cart/lines/{line}"));
        assertThat(Narrowings.between(now, last)).isEmpty();
    }
}
