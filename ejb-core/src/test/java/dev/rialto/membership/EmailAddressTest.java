package dev.rialto.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {
    @Test
    void oneAddressHasOneForm() {
        assertThat(EmailAddress.parse(" Mina.Kim+shop@Example.CO.KR ")
                        .orElseThrow()
                        .text())
                .isEqualTo("mina.kim+shop@example.co.kr");
        assertThat(EmailAddress.parse("kim@한국.example").orElseThrow().text()).isEqualTo("kim@xn--3e0b707e.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "@",
                "a@",
                "@b.test",
                "a b@c.test",
                "a@b",
                "a@b..test",
                "a..b@c.test",
                ".a@c.test",
                "a@-b.test",
                "a@b.test\r\nBcc: c@d.test",
                "a,b@c.test",
                "<a@c.test>",
                "\"a\"@c.test",
                "a@1.2.3.4",
                "a@b@c@d",
                "a\u0000@b.test"
            })
    void whatIsNoAddressIsRefused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEmpty();
    }

    @Test
    void longOnesAreRefused() {
        assertThat(EmailAddress.parse("a".repeat(65) + "@b.test")).isEmpty();
        assertThat(EmailAddress.parse("a@" + "b.".repeat(130) + "test")).isEmpty();
    }

    @Property
    void anythingTypedIsReadOrRefusedAndReadsTheSameAgain(@ForAll @StringLength(max = 80) String typed) {
        assertThatCode(() -> EmailAddress.parse(typed)).doesNotThrowAnyException();
        EmailAddress.parse(typed).ifPresent(address -> assertThat(EmailAddress.parse(address.text()))
                .contains(address));
    }
}
