package dev.rialto.launcher;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchSettingsTest {
    @TempDir
    Path folder;

    @Test
    void readsTheFileAndLetsTheEnvironmentHaveTheLastWord() throws Exception {
        Files.writeString(folder.resolve("rialto.properties"), "rialto.port=9000\nrialto.host.mall=shop.example\n");
        LaunchSettings settings = LaunchSettings.load(Map.of("RIALTO_PORT", "9001", "HOME", "/root"), folder);
        assertThat(settings.port()).isEqualTo(9001);
        assertThat(settings.text("rialto.host.mall")).contains("shop.example");
        assertThat(settings.all()).doesNotContainKey("home");
    }

    @Test
    void hasDefaultsForAll() {
        LaunchSettings settings = LaunchSettings.load(Map.of(), folder);
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.publicPort()).isEqualTo(8080);
        assertThat(settings.serves("console")).isTrue();
        assertThat(settings.dataFolder()).isEqualTo(Path.of("data").toAbsolutePath());
    }

    @Test
    void namesThePortThatIsNone() {
        assertThatThrownBy(() -> LaunchSettings.load(Map.of("RIALTO_PORT", "70000"), folder))
                .isInstanceOf(StartFailure.class)
                .hasMessage("The setting rialto.port must be a port from 0 to 65535, not \"70000\".");
    }

    @Test
    void namesTheFileThatIsMissing() {
        assertThatThrownBy(() -> LaunchSettings.load(Map.of("RIALTO_CONFIG", "mine.properties"), folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("mine.properties cannot be read");
    }

    @Test
    void refusesSettingsThatAreNotOurs() throws Exception {
        Files.writeString(folder.resolve("rialto.properties"), "port=9000\n");
        assertThatThrownBy(() -> LaunchSettings.load(Map.of(), folder))
                .isInstanceOf(StartFailure.class)
                .hasMessageContaining("names port: settings begin with rialto.");
    }
}
