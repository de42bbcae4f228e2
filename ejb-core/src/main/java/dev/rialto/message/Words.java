package dev.rialto.message;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** The words of one domain's mails in one language; English stands in for a language without a bundle. */
public final class Words {
    private final ResourceBundle bundle;
    private final Locale locale;

    private Words(ResourceBundle bundle, Locale locale) {
        this.bundle = bundle;
        this.locale = locale;
    }

    /**
     * The bundle of a language.
     *
     * @param bundle base name on the class path; the base file is the English one
     * @param language ko, en, ja or zh
     */
    public static Words of(String bundle, String language) {
        Locale locale = Locale.forLanguageTag(language);
        return new Words(
                ResourceBundle.getBundle(
                        bundle,
                        locale,
                        Words.class.getClassLoader(),
                        ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)),
                locale);
    }

    /** The sentence under a key with its places filled. */
    public String say(String key, Object... arguments) {
        return new MessageFormat(bundle.getString(key), locale).format(arguments);
    }

    /** The name of a country. */
    public String country(String code) {
        return code.isEmpty()
                ? ""
                : new Locale.Builder().setRegion(code).build().getDisplayCountry(locale);
    }

    public Locale locale() {
        return locale;
    }
}
