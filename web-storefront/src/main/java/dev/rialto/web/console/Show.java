package dev.rialto.web.console;

import dev.rialto.kernel.MallNote;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Texts;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes amounts, dates and texts the way the reader is used to. */
public final class Show {
    private final Phrases phrases;
    private final ZoneId zone;

    Show(Phrases phrases, ZoneId zone) {
        this.phrases = phrases;
        this.zone = zone;
    }

    public String money(Money amount) {
        return amount.format(phrases.locale());
    }

    public String money(long minor, String currency) {
        return new Money(minor, currency).format(phrases.locale());
    }

    /** Amounts in several currencies, in the order of the currencies. */
    public String amounts(Map<String, Long> amounts, List<String> currencies) {
        return currencies.stream()
                .flatMap(currency ->
                        Optional.ofNullable(amounts.get(currency)).stream().map(minor -> money(minor, currency)))
                .collect(Collectors.joining(" · "));
    }

    /** The amount as it is typed: plain digits in major units; empty for none. */
    public String plain(@Nullable Long minor, String currency) {
        return minor == null ? "" : new Money(minor, currency).toDecimal().toPlainString();
    }

    /** A reason as the person wrote it; one that the mall wrote itself, in the reader's language. */
    public String reason(@Nullable String reason) {
        return reason == null ? "" : MallNote.said(reason, phrases.locale());
    }

    public String number(long number) {
        return NumberFormat.getIntegerInstance(phrases.locale()).format(number);
    }

    /** A rate in basis points as people write it: 750 is 7.5%. */
    public String percent(long basisPoints) {
        return percentDigits(basisPoints) + "%";
    }

    /** A rate in basis points as it is typed: 750 is 7.5. */
    public String percentDigits(long basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }

    public String day(@Nullable Instant instant) {
        return instant == null ? "" : date(instant.atZone(zone).toLocalDate());
    }

    public String date(@Nullable LocalDate date) {
        return date == null
                ? ""
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(phrases.locale())
                        .format(date);
    }

    /** Day and time of day in the mall's zone. */
    public String time(@Nullable Instant instant) {
        return instant == null
                ? ""
                : DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                        .withLocale(phrases.locale())
                        .format(instant.atZone(zone));
    }

    /** The text in the reader's language, else in another. */
    public String pick(Map<String, String> texts) {
        return Texts.pick(texts, phrases.language(), "en");
    }

    /** Several words behind each other. */
    public String list(List<String> words) {
        return String.join(", ", words);
    }

    /** The sign of a currency: ₩, $. */
    public String sign(String currency) {
        return Currency.getInstance(currency).getSymbol(phrases.locale());
    }

    /** The name of a country by its code of ISO 3166. */
    public String country(String code) {
        return code.matches("[A-Z]{2}")
                ? new Locale.Builder().setRegion(code).build().getDisplayCountry(phrases.locale())
                : code;
    }

    /** The code of a country that was typed by its name in the reader's language or by its code; else what was typed. */
    public String countryCode(String typed) {
        return Stream.of(Locale.getISOCountries())
                .filter(code -> code.equalsIgnoreCase(typed) || country(code).equalsIgnoreCase(typed))
                .findFirst()
                .orElse(typed);
    }

    /** The name of a language in that language itself. */
    public String language(String code) {
        return switch (code) {
            case "ko" -> "한국어";
            case "ja" -> "日本語";
            case "zh" -> "中文";
            case "en" -> "English";
            default -> code;
        };
    }
}
