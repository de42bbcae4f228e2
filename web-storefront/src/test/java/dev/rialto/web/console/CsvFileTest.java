package dev.rialto.web.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class CsvFileTest {
    @Test
    void neutralisesFormulas() {
        CsvFile file = new CsvFile("value");
        file.add("=cmd()");
        file.add("+1-2");
        file.add("@x");
        assertThat(text(file)).isEqualTo("\uFEFFvalue\r\n'=cmd()\r\n'+1-2\r\n'@x\r\n");
    }

    @Test
    void leavesNegativeNumbersAlone() {
        CsvFile file = new CsvFile("value");
        file.add("-12.5");
        assertThat(text(file)).endsWith("\r\n-12.5\r\n");
    }

    @Test
    void quotesWhatWouldBreakTheLine() {
        CsvFile file = new CsvFile("a", "b");
        file.add("say \"hi\"", "one,two\nthree");
        assertThat(text(file)).endsWith("\"say \"\"hi\"\"\",\"one,two\nthree\"\r\n");
    }

    private static String text(CsvFile file) {
        return new String(file.bytes(), StandardCharsets.UTF_8);
    }
}
