package dev.rialto.payment;

import dev.rialto.platform.SettingReader;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Settings of payments.
 *
 * @param gateway which gateway new payments use: {@code sandbox} or {@code stripe} ({@code rialto.payment.gateway})
 * @param callBackBase where gateways reach the mall, without path ({@code rialto.callback.url})
 * @param timeout longest wait for a gateway's answer ({@code rialto.payment.timeout.seconds})
 * @param captureAt when the money of an order is taken ({@code rialto.payment.capture})
 * @param staleAfter how long an open payment is left alone before the gateway is asked
 *     ({@code rialto.payment.ask.after.seconds})
 */
public record PaymentSettings(
        String gateway,
        String callBackBase,
        CaptureTime captureAt,
        Duration timeout,
        Duration staleAfter,
        Sandbox sandbox,
        Stripe stripe) {

    /** When the money of an order is taken. */
    public enum CaptureTime {
        /** At once. */
        ORDER,
        /** Part by part, as it ships. */
        SHIPMENT;

        String stored() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * The sandbox gateway.
     *
     * @param url its address ({@code rialto.sandbox.url})
     * @param key the mall's key there ({@code rialto.sandbox.key})
     * @param secret signs its call-backs, {@code whsec_} and base 64 ({@code rialto.sandbox.secret})
     */
    public record Sandbox(String url, String key, String secret) {}

    /**
     * Stripe.
     *
     * @param url the API's address ({@code rialto.stripe.url})
     * @param key secret key ({@code rialto.stripe.key})
     * @param secret signs its call-backs ({@code rialto.stripe.secret})
     * @param wallets which wallets its pages offer, in Stripe's names ({@code rialto.stripe.wallets}); none: no wallets
     */
    public record Stripe(String url, String key, String secret, List<String> wallets) {
        public Stripe {
            wallets = List.copyOf(wallets);
        }
    }

    static PaymentSettings from(Config config, Settings mall) {
        SettingReader reader = new SettingReader(config);
        PaymentSettings settings = new PaymentSettings(
                reader.text("rialto.payment.gateway", "sandbox"),
                address(reader, "rialto.callback.url", mall.address(mall.apiHost(), "")),
                captureTime(reader.text("rialto.payment.capture", "order")),
                seconds(reader, "rialto.payment.timeout.seconds", 10),
                seconds(reader, "rialto.payment.ask.after.seconds", 60),
                new Sandbox(
                        address(reader, "rialto.sandbox.url", "http://localhost:9090"),
                        reader.text("rialto.sandbox.key", "sandbox_key_for_trying_out"),
                        reader.text("rialto.sandbox.secret", "whsec_c2FuZGJveC1zZWNyZXQtZm9yLXRyeWluZy1vdXQ=")),
                new Stripe(
                        address(reader, "rialto.stripe.url", "https://api.stripe.com"),
                        reader.text("rialto.stripe.key", ""),
                        reader.text("rialto.stripe.secret", ""),
                        wallets(reader.text("rialto.stripe.wallets", ""))));
        return settings.checked(mall);
    }

    private PaymentSettings checked(Settings mall) {
        if (gateway.equals("stripe")
                && (stripe.key().isEmpty() || stripe.secret().isEmpty())) {
            throw new IllegalStateException(
                    "rialto.payment.gateway is stripe: set rialto.stripe.key and rialto.stripe.secret");
        }
        if (mall.testClock() && stripe.key().startsWith("sk_live_")) {
            throw new IllegalStateException("rialto.stripe.key is a live key and the clock is a test clock: unset one");
        }
        return this;
    }

    private static String address(SettingReader reader, String key, String otherwise) {
        String text = reader.text(key, otherwise);
        String scheme = text.matches("https?://[^/?#]+/?") ? URI.create(text).getScheme() : null;
        if (scheme == null) {
            throw new IllegalStateException(key + " must be an address such as https://host:port, not " + text);
        }
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    private static List<String> wallets(String text) {
        List<String> names = Arrays.stream(text.split(","))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (!names.stream().allMatch(name -> name.matches("[a-z0-9_]{2,40}"))) {
            throw new IllegalStateException(
                    "rialto.stripe.wallets must be names such as kakao_pay,alipay, not " + text);
        }
        return names;
    }

    private static CaptureTime captureTime(String text) {
        return Arrays.stream(CaptureTime.values())
                .filter(time -> time.stored().equals(text))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException("rialto.payment.capture must be order or shipment, not " + text));
    }

    private static Duration seconds(SettingReader reader, String key, int otherwise) {
        return Duration.ofSeconds(reader.number(key, otherwise, 1, 9999));
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private final Settings mall;
        private volatile @Nullable PaymentSettings read;

        @Inject
        Source(Settings mall) {
            this.mall = mall;
        }

        /** For the proxy of the container. */
        @SuppressWarnings("NullAway")
        protected Source() {
            this.mall = null;
        }

        /** A wrong setting stops the application when it starts, not the first shopper. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
            settings();
        }

        @Produces
        PaymentSettings settings() {
            PaymentSettings known = read;
            if (known == null) {
                known = from(ConfigProvider.getConfig(), mall);
                read = known;
            }
            return known;
        }
    }
}
