package dev.rialto.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CheckoutSettingsTest {
    private static CheckoutSettings of(Map<String, String> values) {
        return CheckoutSettings.from(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(values, "test", 100))
                .build());
    }

    @Test
    void withoutSettingsStockIsHeldForTwentyMinutes() {
        assertThat(of(Map.of())).isEqualTo(new CheckoutSettings(Duration.ofMinutes(20), 7, Duration.ofHours(24)));
    }

    @ParameterizedTest
    @CsvSource({
        "rialto.checkout.hold.minutes, 0, 1 to 1440",
        "rialto.checkout.hold.minutes, ten, 1 to 1440",
        "rialto.checkout.deposit.days, -1, 1 to 60",
        "rialto.checkout.deposit.days, 61, 1 to 60",
        "rialto.checkout.abandoned.hours, 99999999999, 1 to 8784"
    })
    void namesTheSettingThatIsWrong(String key, String value, String range) {
        assertThatThrownBy(() -> of(Map.of(key, value)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage(key + " must be a whole number from " + range + ", not \"" + value + "\"");
    }
}
