package dev.rialto.web.catalogue;

import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.OutlookPort;
import dev.rialto.web.port.OutlookPort.Outlook;
import dev.rialto.web.port.Site;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Direct;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What programs of the web ask a shop for: robots.txt, the site map in parts, the feed for price portals, the proof of its
 * domain. Each host tells of itself alone.
 */
@ApplicationScoped
class WebFlow implements Flow {
    private static final int MOST_PARTS = 200;
    private static final String XML = "application/xml;charset=utf-8";
    private static final String TEXT = "text/plain;charset=utf-8";
    private static final List<String> PRIVATE = List.of(
            "/account",
            "/addresses",
            "/cart",
            "/checkout",
            "/connect",
            "/data",
            "/orders",
            "/password",
            "/returns",
            "/search");

    @Inject
    private Instance<OutlookPort> outlooks;

    @Inject
    private CataloguePort catalogue;

    @Inject
    private FeedFiles feeds;

    @Override
    public void addresses(Routes routes) {
        if (!outlooks.isResolvable()) {
            return;
        }
        routes.get("/robots.txt", this::robots)
                .get("/sitemap.xml", this::index)
                .get("/sitemap-pages.xml", this::pages)
                .get("/feed.xml", this::feed)
                .get("/.well-known/rialto-site.txt", this::proof);
        for (int part = 1; part <= MOST_PARTS; part++) {
            int number = part;
            routes.get("/sitemap-goods-" + part + ".xml", visit -> goods(visit, number));
        }
    }

    private Answer robots(Visit visit) {
        Outlook here = outlooks.get().of(visit.visitor());
        if (here.hidden() || !visit.site().open()) {
            return Direct.text(TEXT, "User-agent: *\nDisallow: /\n");
        }
        String kept = PRIVATE.stream().map(path -> "Disallow: " + path + "\n").collect(Collectors.joining());
        return Direct.text(TEXT, "User-agent: *\n" + kept + "\nSitemap: " + here.address() + "/sitemap.xml\n");
    }

    private Answer index(Visit visit) {
        Outlook here = outlooks.get().of(visit.visitor());
        if (here.hidden()) {
            return Answer.missing();
        }
        StringBuilder xml = new StringBuilder(SitemapXml.INDEX);
        xml.append(SitemapXml.part(here.address() + "/sitemap-pages.xml", null));
        outlooks.get().mapParts(visit.visitor()).stream()
                .limit(MOST_PARTS)
                .forEach(part -> xml.append(SitemapXml.part(
                        here.address() + "/sitemap-goods-" + part.number() + ".xml", part.changedAt())));
        return Direct.text(XML, xml.append(SitemapXml.INDEX_END).toString());
    }

    private Answer goods(Visit visit, int part) {
        Outlook here = outlooks.get().of(visit.visitor());
        List<OutlookPort.MapEntry> entries =
                here.hidden() ? List.of() : outlooks.get().mapOf(visit.visitor(), part);
        if (entries.isEmpty()) {
            return Answer.missing();
        }
        StringBuilder xml = new StringBuilder(SitemapXml.MAP);
        entries.forEach(
                entry -> xml.append(SitemapXml.page(here.address() + "/goods/" + entry.slug(), entry.changedAt())));
        return Direct.text(XML, xml.append(SitemapXml.MAP_END).toString());
    }

    private Answer pages(Visit visit) {
        Outlook here = outlooks.get().of(visit.visitor());
        if (here.hidden()) {
            return Answer.missing();
        }
        List<String> paths = new ArrayList<>(List.of("/", "/goods"));
        if (visit.site().mall()) {
            paths.add("/shops");
        }
        for (Category major : catalogue.categories(visit.visitor())) {
            paths.add("/c/" + major.slug());
            major.children().forEach(minor -> paths.add("/c/" + major.slug() + "/" + minor.slug()));
        }
        visit.site().menu().stream().map(Site.MenuEntry::slug).forEach(slug -> paths.add("/pages/" + slug));
        StringBuilder xml = new StringBuilder(SitemapXml.MAP);
        paths.forEach(path -> xml.append(SitemapXml.page(here.address() + path, null)));
        return Direct.text(XML, xml.append(SitemapXml.MAP_END).toString());
    }

    private Answer feed(Visit visit) {
        Outlook here = outlooks.get().of(visit.visitor());
        String language = chosen(visit, "lang", visit.site().languages());
        String currency = chosen(visit, "currency", visit.site().currencies());
        Visitor reader = new Visitor(
                visit.visitor().siteId(),
                null,
                null,
                language,
                currency,
                visit.visitor().traceId());
        FeedFiles.Made made = feeds.of(reader, visit.site(), here);
        return Direct.file("application/rss+xml;charset=utf-8", made.file(), made.tag());
    }

    /** What programs ask for stands in the address alone; they keep no cookie and prefer nothing. */
    private static String chosen(Visit visit, String name, List<String> offered) {
        String asked = visit.text(name);
        return offered.contains(asked) ? asked : offered.get(0);
    }

    private Answer proof(Visit visit) {
        String proof = outlooks.get().proof(visit.visitor(), visit.host());
        return proof.isEmpty() ? Answer.missing() : Direct.text(TEXT, proof + "\n");
    }
}
