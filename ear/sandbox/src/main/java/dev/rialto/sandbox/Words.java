package dev.rialto.sandbox;

import java.text.MessageFormat;
import java.text.NumberFormat;
import java.util.Currency;
import java.util.Locale;
import java.util.ResourceBundle;

/** The texts of the pages in one language. */
final class Words {
    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "dev.rialto.sandbox.words",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static Words in(String language) {
        return new Words(Locale.forLanguageTag(Opening.LANGUAGES.contains(language) ? language : "en"));
    }

    String language() {
        return locale.getLanguage();
    }

    String of(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** An amount as people of this language write it. */
    String money(long minor, String currency) {
        Currency known = Currency.getInstance(currency);
        NumberFormat format = NumberFormat.getCurrencyInstance(countryLocale());
        format.setCurrency(known);
        format.setMinimumFractionDigits(known.getDefaultFractionDigits());
        format.setMaximumFractionDigits(known.getDefaultFractionDigits());
        return format.format(java.math.BigDecimal.valueOf(minor, known.getDefaultFractionDigits()));
    }

    private Locale countryLocale() {
        return switch (locale.getLanguage()) {
            case "ko" -> Locale.KOREA;
            case "ja" -> Locale.JAPAN;
            case "zh" -> Locale.CHINA;
            default -> Locale.US;
        };
    }
}
