package dev.rialto.message;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LetterTest {
    private static final Letter LETTER = Letter.in("en", "Your <order>")
            .say("Dear \"Kim\",\nthank you.")
            .rows(
                    "Goods",
                    List.of(new Letter.Row("Cup <b>", "blue", "₩9,000", false), Letter.Row.of("Total", "₩9,000")))
            .link("See the order", "http://mall.localhost/orders/R1?key=a&b=1")
            .done();

    @Test
    @Tag("D52")
    void plainFormHoldsEveryPart() {
        assertThat(LETTER.text()).isEqualTo("""
                Dear "Kim",
                thank you.

                Goods
                  Cup <b> (blue): ₩9,000
                  Total: ₩9,000

                See the order
                http://mall.localhost/orders/R1?key=a&b=1
                """);
    }

    @Test
    void htmlFormEscapesEveryText() {
        assertThat(LETTER.html())
                .contains("<title>Your &lt;order&gt;</title>", "Dear &quot;Kim&quot;,<br>thank you.", "Cup &lt;b&gt;")
                .contains("href=\"http://mall.localhost/orders/R1?key=a&amp;b=1\"")
                .doesNotContain("<b>");
    }

    @Test
    void aHeaderStaysOneLine() {
        assertThat(SmtpServer.oneLine("Order\r\nBcc: all@x.test\u0000")).isEqualTo("Order Bcc: all@x.test");
    }
}
