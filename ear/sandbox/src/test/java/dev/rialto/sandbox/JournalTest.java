package dev.rialto.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    @TempDir
    Path folder;

    private Merchant merchant;

    @BeforeEach
    void open() throws Exception {
        merchant = new Merchant(folder);
    }

    @AfterEach
    void close() {
        merchant.close();
    }

    @Test
    @Tag("D12")
    void aRestartKnowsAllThatHappened() throws Exception {
        String session = merchant.approved(10_000);
        merchant.post("/v1/sessions/" + session + "/captures", "{\"request_id\": \"c1\", \"amount\": 4000}");
        merchant.restart();
        assertThat(merchant.get("/v1/sessions/" + session).get("captured").getAsLong())
                .isEqualTo(4_000);
        assertThat(merchant.post("/v1/sessions/" + session + "/captures", "{\"request_id\": \"c1\", \"amount\": 4000}")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void aLineCutShortByACrashIsDropped() throws Exception {
        String session = merchant.approved(10_000);
        merchant.stopGateway();
        Files.writeString(merchant.journal(), "{\"number\":99,\"at\":\"20", StandardOpenOption.APPEND);
        merchant.startGateway();
        assertThat(merchant.state(session)).isEqualTo("approved");
        merchant.open(5_000);
        merchant.restart();
        assertThat(merchant.state(session)).isEqualTo("approved");
    }

    @Test
    void aJournalWithAMissingLineIsRefused() throws Exception {
        merchant.approved(10_000);
        merchant.stopGateway();
        String all = Files.readString(merchant.journal());
        Files.writeString(merchant.journal(), all.substring(all.indexOf('\n') + 1));
        assertThatThrownBy(() -> Journal.open(merchant.journal(), Clock.systemUTC()))
                .isInstanceOf(SandboxSettings.WrongSetting.class)
                .hasMessageContaining("line 1");
    }

    @Test
    @Tag("D1")
    void peopleCanReadIt() throws Exception {
        String session = merchant.approved(10_000);
        assertThat(merchant.page("/journal?session=" + session).body()).contains("approved", session, "tx_");
        assertThat(merchant.page("/").body()).contains("drop_answer", "4242 4242 4242 4242");
        assertThat(merchant.page("/journal?limit=0").statusCode()).isEqualTo(422);
    }

    @Test
    void settingsAreRefusedWithOneLineThatNamesThem() {
        for (Map<String, String> wrong : java.util.List.of(
                Map.of("RIALTO_SANDBOX_PORT", "http"),
                Map.of("RIALTO_SANDBOX_PORT", "70000"),
                Map.of("RIALTO_SANDBOX_KEY", "short"),
                Map.of("RIALTO_SANDBOX_SECRET", "secret"),
                Map.of("RIALTO_SANDBOX_URL", "localhost"))) {
            assertThatThrownBy(() -> SandboxSettings.from(wrong))
                    .hasMessageStartingWith(wrong.keySet().iterator().next())
                    .hasMessageNotContaining("\n");
        }
    }
}
