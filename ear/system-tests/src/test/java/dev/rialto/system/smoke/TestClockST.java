package dev.rialto.system.smoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Http;
import dev.rialto.system.Mall;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;

/** The clock of a mall started for tests moves over a port of its own, and forward only. */
class TestClockST {
    private final Mall mall = Mall.running();
    private final Http clock = Http.at("localhost", Integer.parseInt(mall.setting("rialto.test.clock.port")));

    @Test
    void saysOnTheTerminalThatTheClockCanBeMoved() {
        assertThat(mall.terminal()).contains("TEST CLOCK");
    }

    @Test
    void refusesAStepBackAndWhatIsNoDuration() {
        assertThat(clock.send("POST", "/advance", BodyPublishers.ofString("-PT1H"))
                        .status())
                .isEqualTo(400);
        assertThat(clock.send("POST", "/advance", BodyPublishers.ofString("tomorrow"))
                        .status())
                .isEqualTo(400);
        assertThat(clock.get("/advance").status()).isEqualTo(400);
    }

    @Test
    void isNotOnThePortOfTheMall() {
        for (String host : new String[] {"mall.localhost", "console.localhost", "api.localhost"}) {
            assertThat(mall.at(host)
                            .send("POST", "/advance", BodyPublishers.ofString("PT1H"))
                            .status())
                    .isBetween(400, 499);
        }
    }
}
