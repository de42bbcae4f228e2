package dev.rialto.node.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NodeSettingsTest {
    @TempDir
    private Path folder;

    private Path file(String setting, String value) throws IOException {
        Map<String, String> lines = new TreeMap<>(Map.of(
                "rialto.node.gateway", "http://api.localhost:8080/",
                "rialto.node.key.id", "sf_live_01jd8b2s6keh0v1qj7y0x3m4n5",
                "rialto.node.key.secret", "sf_secret_abcdefgh",
                "rialto.node.address", "https://Shop.Example.com"));
        lines.put(setting, value);
        String text = lines.entrySet().stream()
                .map(line -> line.getKey() + "=" + line.getValue())
                .collect(Collectors.joining("\n"));
        return Files.writeString(folder.resolve("node.properties"), text);
    }

    @Test
    void readsWhatIsThereAndTakesTheUsualForTheRest() throws IOException {
        NodeSettings settings = NodeSettings.read(file("rialto.node.theme", "look"));
        assertThat(settings.gateway()).hasToString("http://api.localhost:8080");
        assertThat(settings.address()).hasToString("https://shop.example.com");
        assertThat(settings.signedIn()).isEqualTo("https://shop.example.com/signed-in");
        assertThat(settings.port()).isEqualTo(8080);
        assertThat(settings.theme()).isEqualTo(folder.resolve("look").toAbsolutePath());
        assertThat(settings.toString()).doesNotContain("secret");
    }

    @ParameterizedTest
    @CsvSource({
        "rialto.node.gateway,''",
        "rialto.node.gateway,api.example.com",
        "rialto.node.gateway,https://api.example.com/v1",
        "rialto.node.gateway,ftp://api.example.com",
        "rialto.node.address,https://me@shop.example.com",
        "rialto.node.key.id,rp_live_01jd8b2s6keh0v1qj7y0x3m4n5",
        "rialto.node.key.secret,short",
        "rialto.node.port,0",
        "rialto.node.port,65536",
        "rialto.node.unheard,of"
    })
    void namesTheSettingThatIsWrong(String setting, String value) throws IOException {
        Path file = file(setting, value);
        assertThatThrownBy(() -> NodeSettings.read(file))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining(setting)
                .hasMessageNotContaining("sf_secret");
    }

    @Test
    void namesTheFileThatIsNotThere() {
        assertThatThrownBy(() -> NodeSettings.read(folder.resolve("none.properties")))
                .isInstanceOf(SettingsProblem.class)
                .hasMessageContaining("none.properties");
    }

    @Test
    void namesBelowLocalhostAreThisMachine() {
        var demo = java.net.URI.create("http://api.localhost:8080");
        assertThat(Loopback.isMeantBy(demo)).isTrue();
        assertThat(Loopback.reachable(demo)).isEqualTo("http://127.0.0.1:8080");
        var real = java.net.URI.create("https://api.example.com");
        assertThat(Loopback.reachable(real)).isEqualTo("https://api.example.com");
    }
}
