package dev.rialto.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.rialto.platform.Settings;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaymentSettingsTest {
    private static PaymentSettings read(Map<String, String> values, boolean testClock) {
        Settings mall = new Settings(
                Set.of("gateway"),
                "mall.localhost",
                "console.localhost",
                "api.localhost",
                "localhost",
                "http",
                8080,
                Path.of("data"),
                new Settings.DatabaseOwner("", "", ""),
                testClock);
        return PaymentSettings.from(
                new SmallRyeConfigBuilder()
                        .withSources(new PropertiesConfigSource(values, "test", 100))
                        .build(),
                mall);
    }

    @Test
    void withoutSettingsTheSandboxCallsTheApiHostBack() {
        PaymentSettings settings = read(Map.of(), false);
        assertThat(settings.gateway()).isEqualTo("sandbox");
        assertThat(settings.callBackBase()).isEqualTo("http://api.localhost:8080");
    }

    @ParameterizedTest
    @CsvSource({
        "rialto.sandbox.url,localhost:9090",
        "rialto.callback.url,http://mall.test/path",
        "rialto.payment.timeout.seconds,0",
        "rialto.payment.timeout.seconds,soon",
        "rialto.payment.ask.after.seconds,-1",
        "rialto.payment.gateway,stripe"
    })
    void aWrongSettingStopsTheStartWithALineThatNamesIt(String key, String value) {
        assertThatThrownBy(() -> read(Map.of(key, value), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining(key)
                .hasMessageNotContaining("\n");
    }

    @Test
    void aLiveKeyAndATestClockDoNotGoTogether() {
        Map<String, String> live = Map.of("rialto.stripe.key", "sk_live_x", "rialto.stripe.secret", "whsec_x");
        assertThatThrownBy(() -> read(live, true)).hasMessageContaining("rialto.stripe.key");
    }
}
