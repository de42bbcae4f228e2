package dev.rialto.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StorageSettingsTest {
    private static StorageSettings of(Map<String, String> values) {
        return StorageSettings.from(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }

    private static void assertRefused(Map<String, String> values, String message) {
        assertThatThrownBy(() -> of(values))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(message);
    }

    @Test
    void withoutSettingsFilesAreInTheDataFolder() {
        assertThat(of(Map.of()).bucket()).isNull();
    }

    @Test
    void aBucketNeedsAName() {
        assertRefused(Map.of("rialto.storage", "s3"), "rialto.storage.bucket must be the name of a bucket");
        assertRefused(Map.of("rialto.storage", "s3", "rialto.storage.bucket", "Not A Bucket"), "not 'Not A Bucket'");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertRefused(Map.of("rialto.storage", "ftp"), "rialto.storage must be folder or s3, not ftp");
        Map<String, String> url =
                Map.of("rialto.storage", "s3", "rialto.storage.bucket", "files", "rialto.storage.url", "files.example");
        assertRefused(url, "rialto.storage.url must be an address");
        Map<String, String> half =
                Map.of("rialto.storage", "s3", "rialto.storage.bucket", "files", "rialto.storage.key", "k");
        assertRefused(half, "go together");
        Map<String, String> prefix =
                Map.of("rialto.storage", "s3", "rialto.storage.bucket", "files", "rialto.storage.prefix", "../up");
        assertRefused(prefix, "rialto.storage.prefix must be");
    }
}
