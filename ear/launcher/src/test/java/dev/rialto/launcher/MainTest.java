package dev.rialto.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import org.junit.jupiter.api.Test;

class MainTest {
    private static final int JAVA_8_CLASS_FILE = 52;

    @Test
    void refusesAnOlderAndANewerJavaInOneLine() {
        assertThat(Main.refusal("1.8", "/jdk8")).isEqualTo("Rialto runs on Java 17 to 21; this is Java 8 in /jdk8.");
        assertThat(Main.refusal("11", "/jdk11")).contains("this is Java 11");
        assertThat(Main.refusal("25", "/jdk25")).contains("this is Java 25");
    }

    @Test
    void acceptsTheJavasItWasMadeFor() {
        assertThat(Main.refusal("17", "/jdk17")).isEmpty();
        assertThat(Main.refusal("21", "/jdk21")).isEmpty();
    }

    @Test
    void canBeLoadedByTheJavasItRefuses() throws Exception {
        try (DataInputStream file = new DataInputStream(Main.class.getResourceAsStream("Main.class"))) {
            file.skipNBytes(6);
            assertThat(file.readUnsignedShort()).isEqualTo(JAVA_8_CLASS_FILE);
        }
    }
}
