package dev.rialto.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServerLogTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path folder;

    @Test
    void findsTheDeepestCauseOfThisStart() throws Exception {
        ServerLog log = log("""
                {"time":"2026-11-22T09:00:00Z","level":"SEVERE","message":"yesterday's trouble"}
                {"time":"2026-11-22T10:00:01Z","level":"INFO","message":"fine"}
                {"time":"2026-11-22T10:00:02Z","level":"SEVERE","message":"load failed",\
                "error":"a.B: outer\\n\\tat x\\nCaused by: c.D: inner\\n\\tat y\\nCaused by: e.F: rialto.mail.port is none\\n"}
                {"time":"2026-11-22T10:00:0
                """);
        assertThat(log.cause(START)).contains("rialto.mail.port is none");
    }

    @Test
    void fallsBackOnTheMessage() throws Exception {
        ServerLog log =
                log("{\"time\":\"2026-11-22T10:00:02Z\",\"level\":\"SEVERE\",\"message\":\"no memory\\nat z\"}");
        assertThat(log.cause(START)).contains("no memory");
    }

    @Test
    void leavesOutTheWordsOfTheServer() throws Exception {
        ServerLog log = log("{\"time\":\"2026-11-22T10:00:02Z\",\"level\":\"SEVERE\",\"message\":"
                + "\"Exception while loading the app : CDI deployment failure:no key -- no key\"}");
        assertThat(log.cause(START)).contains("no key");
    }

    @Test
    void hasNothingToSayWithoutErrors() throws Exception {
        assertThat(log("").cause(START)).isEmpty();
        assertThat(new ServerLog(folder.resolve("none")).cause(START)).isEmpty();
    }

    private ServerLog log(String text) throws Exception {
        return new ServerLog(Files.writeString(folder.resolve("log"), text));
    }
}
