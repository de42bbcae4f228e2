package dev.rialto.refund;

import dev.rialto.kernel.Money;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/**
 * Settings of refunds.
 *
 * @param alone up to how much one person gives back of a payment, by currency ({@code rialto.refund.alone}: {@code KRW
 *     1000000, USD 1000}, or {@code any}); a currency that is not named has no limit
 */
public record RefundSettings(Map<String, Money> alone) {
    private static final String KEY = "rialto.refund.alone";
    private static final String ANY = "any";
    private static final String USUAL = "KRW 1000000, USD 1000, EUR 1000, JPY 100000, CNY 5000";
    private static final Pattern LIMIT = Pattern.compile("([A-Z]{3}) +([0-9]{1,12}(?:\\.[0-9]{1,3})?)");

    public RefundSettings {
        alone = Map.copyOf(alone);
    }

    /** Up to how much one person gives back in a currency; empty for any amount. */
    public Optional<Money> limit(String currency) {
        return Optional.ofNullable(alone.get(currency));
    }

    /** Reads a text of limits. */
    public static RefundSettings of(String text) {
        Map<String, Money> limits = new LinkedHashMap<>();
        if (!text.strip().equals(ANY)) {
            for (String each : text.split(",")) {
                Money limit = limit(text, each.strip());
                limits.put(limit.currency(), limit);
            }
        }
        return new RefundSettings(limits);
    }

    /** Reads a text of limits that operators keep; without one these settings count. */
    RefundSettings or(@Nullable String kept) {
        return kept == null ? this : of(kept);
    }

    /** The limits as {@link #of} reads them. */
    String text() {
        return alone.isEmpty()
                ? ANY
                : alone.values().stream()
                        .map(limit -> limit.currency() + " " + limit.toDecimal().toPlainString())
                        .sorted()
                        .collect(Collectors.joining(", "));
    }

    private static Money limit(String text, String each) {
        Matcher limit = LIMIT.matcher(each);
        if (limit.matches()) {
            try {
                String code = Currency.getInstance(limit.group(1)).getCurrencyCode();
                int digits = Currency.getInstance(code).getDefaultFractionDigits();
                long minor =
                        new BigDecimal(limit.group(2)).movePointRight(digits).longValueExact();
                return new Money(minor, code);
            } catch (IllegalArgumentException | ArithmeticException e) {
                throw wrong(text, e);
            }
        }
        throw wrong(text, null);
    }

    private static IllegalStateException wrong(String text, @Nullable Exception why) {
        return new IllegalStateException(KEY + " must be like KRW 1000000, USD 1000 or any, not " + text, why);
    }

    static RefundSettings from(Config config) {
        return of(config.getOptionalValue(KEY, String.class).orElse(USUAL));
    }

    /** Reads the settings once, when the application starts. */
    @ApplicationScoped
    static class Source {
        private volatile @Nullable RefundSettings read;

        /** A wrong setting stops the application when it starts. */
        void atStart(@Observes @Initialized(ApplicationScoped.class) Object application) {
            settings();
        }

        @Produces
        RefundSettings settings() {
            RefundSettings known = read;
            if (known == null) {
                known = from(ConfigProvider.getConfig());
                read = known;
            }
            return known;
        }
    }
}
