package dev.rialto.system.start;

import static org.assertj.core.api.Assertions.assertThat;

import dev.rialto.system.Rialto;
import java.net.ServerSocket;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a start cannot do is one clear line and an exit status other than 0, and nothing is damaged. */
class RefusedStartST {
    @TempDir
    Path folder;

    @Test
    void namesThePortThatIsTaken() throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Map<String, String> settings = Rialto.settings(folder.resolve("data"));
            settings.put("RIALTO_PORT", String.valueOf(other.getLocalPort()));
            assertThat(refusal(settings))
                    .isEqualTo("Port " + other.getLocalPort()
                            + " is taken by another program. Name a free one with RIALTO_PORT.");
        }
    }

    @Test
    void leavesAForeignFolderAsItWas() throws Exception {
        Path letter = Files.writeString(folder.resolve("letter.txt"), "dear reader");
        assertThat(refusal(Rialto.settings(folder))).contains(folder + " is not Rialto's: it holds letter.txt");
        assertThat(Files.list(folder)).containsExactly(letter);
        assertThat(letter).hasContent("dear reader");
    }

    @Test
    void refusesAFileAsDataFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "text");
        assertThat(refusal(Rialto.settings(file))).contains(file + " is a file");
        assertThat(file).hasContent("text");
    }

    @Test
    void namesTheFolderThatCannotBeWritten() {
        assertThat(refusal(Rialto.settings(Path.of("/proc/rialto")))).contains("/proc/rialto cannot be written");
    }

    @Test
    void refusesAFolderOfAnotherRelease() throws Exception {
        Path marker = Files.writeString(folder.resolve("rialto-data"), "format=99");
        assertThat(refusal(Rialto.settings(folder))).contains("made by another release of Rialto (format=99)");
        assertThat(marker).hasContent("format=99");
    }

    @Test
    void refusesAFolderInUse() throws Exception {
        Files.writeString(folder.resolve("rialto-data"), "format=1");
        try (FileChannel lock =
                FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            assertThat(lock.tryLock()).isNotNull();
            assertThat(refusal(Rialto.settings(folder))).contains("in use by another running Rialto");
        }
    }

    @Test
    void namesTheDatabaseThatCannotBeReached() {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        settings.put("RIALTO_DB_URL", "jdbc:postgresql://127.0.0.1:" + Rialto.freePort() + "/rialto?password=secret");
        assertThat(refusal(settings))
                .contains("The database cannot be reached: jdbc:postgresql://127.0.0.1:")
                .doesNotContain("secret");
    }

    @Test
    void namesTheSettingThatIsWrong() {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        settings.put("RIALTO_PORT", "eighty");
        assertThat(refusal(settings))
                .isEqualTo("The setting rialto.port must be a port from 0 to 65535, not \"eighty\".");
    }

    @Test
    void namesTheSettingThatStopsTheMall() {
        Map<String, String> settings = Rialto.settings(folder.resolve("data"));
        settings.put("RIALTO_PAYMENT_GATEWAY", "stripe");
        assertThat(refusal(settings))
                .startsWith("The mall did not open: rialto.payment.gateway is stripe: set rialto.stripe.key");
    }

    /** The last line on the terminal of a start that ends by itself. */
    private static String refusal(Map<String, String> settings) {
        Rialto rialto = Rialto.start(settings);
        assertThat(rialto.awaitEnd()).isEqualTo(1);
        List<String> lines = rialto.terminal().lines().toList();
        assertThat(rialto.terminal()).doesNotContain("Exception", "\tat ");
        return lines.get(lines.size() - 1);
    }
}
