package dev.rialto.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MailSettingsTest {
    private static MailSettings of(Map<String, String> values) {
        return MailSettings.from(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }

    @Test
    void withoutSettingsNoMailIsSent() {
        assertThat(of(Map.of()).isOn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"plain, PLAIN", "starttls, STARTTLS", "tls, TLS"})
    void securityIsOneOfThree(String word, MailSettings.Security meant) {
        assertThat(of(Map.of("rialto.mail.security", word)).transport()).isEqualTo(meant);
    }

    @Test
    void namesTheSettingThatIsWrong() {
        assertThatThrownBy(() -> of(Map.of("rialto.mail.security", "ssl")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("rialto.mail.security must be plain, starttls or tls, not ssl");
    }
}
