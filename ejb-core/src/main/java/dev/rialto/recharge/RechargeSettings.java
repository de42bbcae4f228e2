package dev.rialto.recharge;

import dev.rialto.platform.MasterKey;
import dev.rialto.platform.SettingReader;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Settings of codes and recharges.
 *
 * @param unit what this process calls itself in answers and logs ({@code rialto.unit})
 * @param peppers by id, the one of new codes first ({@code rialto.code.peppers}: {@code id=base64,…}); without the setting one
 *     is made from the master key
 * @param timeout longest wait for a provider's answer ({@code rialto.recharge.timeout.seconds})
 * @param proofsPerAddress verification codes in ten minutes from one address ({@code rialto.recharge.proofs.per.address})
 * @param wrongCodesPerMinute after more of them from all addresses together each further try of an address that sent one needs
 *     a solved challenge ({@code rialto.recharge.wrong.codes.per.minute})
 * @param fourEyesAbove batches of more codes need a second person ({@code rialto.code.four.eyes.above})
 * @param mostCodes the largest batch ({@code rialto.code.batch.most})
 * @param phoneUrl where verification codes for phones are handed over, if anywhere ({@code rialto.phone.url})
 * @param phoneKey bearer token there ({@code rialto.phone.key})
 */
public record RechargeSettings(
        String unit,
        Map<String, byte[]> peppers,
        Duration timeout,
        int proofsPerAddress,
        int wrongCodesPerMinute,
        int fourEyesAbove,
        int mostCodes,
        @Nullable String phoneUrl,
        String phoneKey) {
    private static final int PEPPER_BYTES = 32;

    static RechargeSettings from(Config config, MasterKey master) {
        SettingReader reader = new SettingReader(config);
        String unit = reader.text("rialto.unit", "unit-1");
        if (!unit.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,39}")) {
            throw new IllegalStateException(
                    "rialto.unit must be up to 40 letters, digits, dots or hyphens, not " + unit);
        }
        return new RechargeSettings(
                unit,
                peppers(reader.text("rialto.code.peppers", ""), master),
                Duration.ofSeconds(reader.number("rialto.recharge.timeout.seconds", 10, 1, 300)),
                reader.number("rialto.recharge.proofs.per.address", 10, 1, 100_000),
                reader.number("rialto.recharge.wrong.codes.per.minute", 300, 1, 1_000_000),
                reader.number("rialto.code.four.eyes.above", 1000, 1, 10_000_000),
                reader.number("rialto.code.batch.most", 1_000_000, 1, 10_000_000),
                phoneUrl(reader.text("rialto.phone.url", "")),
                reader.text("rialto.phone.key", ""));
    }

    private static Map<String, byte[]> peppers(String setting, MasterKey master) {
        Map<String, byte[]> peppers = new LinkedHashMap<>();
        if (setting.isBlank()) {
            peppers.put("master", master.pseudonym("code-pepper", "master".getBytes(StandardCharsets.US_ASCII)));
            return peppers;
        }
        for (String one : setting.split(",")) {
            int equals = one.indexOf('=');
            byte[] pepper =
                    equals < 1 ? new byte[0] : decoded(one.substring(equals + 1).strip());
            if (pepper.length < PEPPER_BYTES) {
                throw new IllegalStateException(
                        "rialto.code.peppers must be id=base64 of at least 32 bytes, several set apart by commas");
            }
            peppers.put(one.substring(0, equals).strip(), pepper);
        }
        return peppers;
    }

    private static byte[] decoded(String base64) {
        try {
            return Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }

    private static @Nullable String phoneUrl(String text) {
        if (!text.isEmpty() && !text.matches("https?://[^\\s]+")) {
            throw new IllegalStateException(
                    "rialto.phone.url must be an address such as https://host/path, not " + text);
        }
        return text.isEmpty() ? null : text;
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private final MasterKey master;
        private volatile @Nullable RechargeSettings read;

        @Inject
        Source(MasterKey master) {
            this.master = master;
        }

        /** For the proxy of the container. */
        @SuppressWarnings("NullAway")
        protected Source() {
            this.master = null;
        }

        /** A wrong setting stops the application when it starts, not the first recharge. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
            settings();
        }

        @Produces
        RechargeSettings settings() {
            RechargeSettings known = read;
            if (known == null) {
                known = from(ConfigProvider.getConfig(), master);
                read = known;
            }
            return known;
        }
    }
}
