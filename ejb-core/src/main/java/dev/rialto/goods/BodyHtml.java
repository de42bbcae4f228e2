package dev.rialto.goods;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * Cleans what sellers write: headings, paragraphs, lists, tables and links stay; script, style, frames, forms, pictures
 * from elsewhere and every handler go. Cleaning twice changes nothing.
 */
final class BodyHtml {
    private static final PolicyFactory POLICY = new HtmlPolicyBuilder()
            .allowElements(
                    "p",
                    "br",
                    "hr",
                    "h2",
                    "h3",
                    "h4",
                    "ul",
                    "ol",
                    "li",
                    "dl",
                    "dt",
                    "dd",
                    "strong",
                    "b",
                    "em",
                    "i",
                    "u",
                    "s",
                    "small",
                    "sub",
                    "sup",
                    "blockquote",
                    "table",
                    "thead",
                    "tbody",
                    "tr",
                    "th",
                    "td",
                    "a")
            .allowAttributes("colspan", "rowspan")
            .matching(java.util.regex.Pattern.compile("[0-9]{1,2}"))
            .onElements("th", "td")
            .allowAttributes("href")
            .onElements("a")
            .allowUrlProtocols("https", "http", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();

    private static final int MOST_PASSES = 5;

    private BodyHtml() {}

    static String clean(String html) {
        String before = html.replace("\u0000", "");
        for (int pass = 0; pass < MOST_PASSES; pass++) {
            String after = POLICY.sanitize(before);
            if (after.equals(before)) {
                return after;
            }
            before = after;
        }
        // what does not come to rest is shown as plain text
        return before.replaceAll("<[^>]*>?", "").replace("<", "");
    }

    /** The text without any markup, for summaries and search. */
    static String plain(String html) {
        return new HtmlPolicyBuilder().toFactory().sanitize(html).strip();
    }
}
