package dev.rialto.goods;

import java.text.Normalizer;
import java.util.Locale;
import java.util.UUID;

/** Names of goods in addresses: small Latin letters, digits and hyphens. */
final class Slugs {
    private static final int LONGEST = 80;
    private static final int TAIL = 8;

    private Slugs() {}

    /** A slug from the first of these texts that has Latin letters or digits; else one from the id. */
    static String from(UUID id, String... texts) {
        for (String text : texts) {
            String slug = slug(text);
            if (slug.length() > 1) {
                return slug;
            }
        }
        return "goods-" + tail(id);
    }

    /** The same slug, told apart from another's. */
    static String distinct(String slug, UUID id) {
        return slug + "-" + tail(id);
    }

    private static String slug(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^a-z0-9]+", "-");
        String cut = plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
        return cut.replaceAll("^-+|-+$", "");
    }

    private static String tail(UUID id) {
        String hex = id.toString().replace("-", "");
        return hex.substring(hex.length() - TAIL);
    }
}
