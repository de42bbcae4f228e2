package dev.rialto.web.catalogue;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/** The words of a site map (sitemaps.org 0.9). Addresses are made of slugs and hosts and need no escaping. */
final class SitemapXml {
    static final String INDEX =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<sitemapindex xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    static final String INDEX_END = "</sitemapindex>\n";
    static final String MAP =
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">\n";
    static final String MAP_END = "</urlset>\n";

    private SitemapXml() {}

    static String part(String address, @Nullable Instant changedAt) {
        return "<sitemap><loc>" + address + "</loc>" + changed(changedAt) + "</sitemap>\n";
    }

    static String page(String address, @Nullable Instant changedAt) {
        return "<url><loc>" + address + "</loc>" + changed(changedAt) + "</url>\n";
    }

    private static String changed(@Nullable Instant at) {
        return at == null ? "" : "<lastmod>" + at.truncatedTo(ChronoUnit.SECONDS) + "</lastmod>";
    }
}
