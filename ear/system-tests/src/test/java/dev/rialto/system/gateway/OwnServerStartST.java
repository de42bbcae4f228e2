package dev.rialto.system.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Mall;
import dev.rialto.system.Rialto;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A storefront with wrong settings does not start, and says which one it is. */
class OwnServerStartST {
    @TempDir
    private Path folder;

    private String refusal(String setting, String value) throws Exception {
        Map<String, String> settings = OwnServer.settings(Mall.running().port(), Rialto.freePort());
        if (value.isEmpty()) {
            settings.remove(setting);
        } else {
            settings.put(setting, value);
        }
        Process process = OwnServer.run(folder, settings);
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).isEqualTo(1);
        return OwnServer.terminal(folder);
    }

    @Test
    void namesTheSettingThatIsWrong() throws Exception {
        assertThat(refusal("rialto.node.gateway", "")).contains("rialto.node.gateway is missing");
        assertThat(refusal("rialto.node.address", "shop.example.test")).contains("rialto.node.address must be");
        assertThat(refusal("rialto.node.port", "none")).contains("rialto.node.port must be a port");
        assertThat(refusal("rialto.node.colour", "red")).contains("there is no setting rialto.node.colour");
        assertThat(refusal("rialto.node.key.id", "me")).contains("rialto.node.key.id must be");
    }

    @Test
    void namesTheKeyThatTheGatewayDoesNotKnow() throws Exception {
        assertThat(refusal("rialto.node.key.secret", "none of ours"))
                .contains("does not know this key")
                .doesNotContain("none of ours");
    }
}
