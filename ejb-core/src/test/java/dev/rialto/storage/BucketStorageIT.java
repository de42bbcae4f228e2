package dev.rialto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Tag("D66")
class BucketStorageIT {
    private static final String BUCKET = "rialto-files";
    private static S3Double s3;

    @TempDir
    private Path one;

    @TempDir
    private Path other;

    @BeforeAll
    static void startDouble() throws Exception {
        s3 = S3Double.start(BUCKET);
    }

    @AfterAll
    static void endDouble() {
        s3.close();
    }

    private static Storage at(URI url, Path data, String prefix) {
        return StoragePlace.of(
                new StorageSettings(new StorageSettings.Bucket(BUCKET, url, "us-east-1", prefix, "key", "secret")),
                settings(data));
    }

    private static Settings settings(Path data) {
        Settings.DatabaseOwner owner = new Settings.DatabaseOwner("", "", "");
        return new Settings(Set.of(), "mall", "console", "api", "shops", "http", 80, data, owner, false);
    }

    @Test
    void whatOneUnitKeepsTheOtherReads() {
        at(s3.url(), one, "").keep("pictures/ab/abc.jpg", new byte[] {1, 2, 3});
        assertThat(at(s3.url(), other, "").read("pictures/ab/abc.jpg")).hasValue(new byte[] {1, 2, 3});
    }

    @Test
    void whatIsThereAlreadyStays() {
        Storage storage = at(s3.url(), one, "twice/");
        storage.keep("name", new byte[] {1});
        storage.keep("name", new byte[] {2});
        assertThat(storage.read("name")).hasValue(new byte[] {1});
    }

    @Test
    void aFileIsFetchedOnceAndGivenBack() throws IOException {
        Path draft = Files.writeString(one.resolve("draft.csv"), "Handle,Title\n");
        at(s3.url(), one, "").keep("imports/file.csv", draft);
        Storage unit = at(s3.url(), other, "");
        Path copy = unit.fetch("imports/file.csv").orElseThrow();
        assertThat(copy).startsWith(other).hasContent("Handle,Title\n");
        unit.release("imports/file.csv");
        assertThat(copy).doesNotExist();
        assertThat(unit.has("imports/file.csv")).isTrue();
    }

    @Test
    void whatWasKeptInTheFolderBeforeMovesWhenAskedFor() {
        new FolderStorage(one).keep("pictures/old.jpg", new byte[] {7});
        assertThat(at(s3.url(), one, "").read("pictures/old.jpg")).hasValue(new byte[] {7});
        assertThat(at(s3.url(), other, "").read("pictures/old.jpg")).hasValue(new byte[] {7});
    }

    @Test
    void mallsThatShareABucketDoNotSeeEachOthersFiles() {
        at(s3.url(), one, "first/").keep("secret", new byte[] {1});
        Storage second = at(s3.url(), other, "second/");
        assertThat(second.read("secret")).isEmpty();
        assertThat(second.fetch("secret")).isEmpty();
        assertThat(second.has("secret")).isFalse();
    }

    @Test
    void whatIsRemovedIsGone() {
        Storage storage = at(s3.url(), one, "");
        storage.keep("short-lived", new byte[] {1});
        storage.remove("short-lived");
        storage.remove("short-lived");
        assertThat(storage.read("short-lived")).isEmpty();
    }

    @Test
    void aBucketThatDoesNotAnswerIsToldAsSuch() {
        Storage nowhere = at(URI.create("http://127.0.0.1:9"), one, "");
        assertThatThrownBy(() -> nowhere.keep("any", new byte[] {1}))
                .isInstanceOfSatisfying(DomainException.class, refused -> assertThat(refused.code())
                        .isEqualTo(StorageError.STORAGE_UNAVAILABLE));
    }
}
