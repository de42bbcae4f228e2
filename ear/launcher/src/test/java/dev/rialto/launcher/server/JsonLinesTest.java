package dev.rialto.launcher.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class JsonLinesTest {
    private final JsonLines lines = new JsonLines();

    @Test
    void writesOneLineWhateverTheMessageHolds() {
        String line = lines.format(new LogRecord(Level.INFO, "a \"quoted\"\n\tback\\slash \u0001"));
        assertThat(line).endsWith("\"message\":\"a \\\"quoted\\\"\\n\\tback\\\\slash \\u0001\"}\n");
        assertThat(line.strip()).doesNotContain("\n");
    }

    @Test
    void namesTheRequestOfTheThread() {
        Thread thread = Thread.currentThread();
        String name = thread.getName();
        thread.setName(name + " [req-7]");
        try {
            assertThat(lines.format(new LogRecord(Level.INFO, "hello"))).contains("\"request\":\"req-7\"");
        } finally {
            thread.setName(name);
        }
    }

    @Test
    void keepsTheTraceOfAnError() {
        LogRecord log = new LogRecord(Level.SEVERE, "broken");
        log.setThrown(new IllegalStateException("why"));
        assertThat(lines.format(log)).contains("\"error\":\"java.lang.IllegalStateException: why\\n\\tat ");
    }
}
