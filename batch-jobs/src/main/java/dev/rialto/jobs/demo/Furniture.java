package dev.rialto.jobs.demo;

import dev.rialto.kernel.Caller;
import dev.rialto.platform.Json;
import dev.rialto.seller.PageBlock;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.SiteDesign;
import dev.rialto.seller.SitePages;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.ThemeDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Hero, banners and pages of a site, published as its staff would. */
@ApplicationScoped
class Furniture {
    @Inject
    private SiteDesign design;

    @Inject
    private SitePages pages;

    @Inject
    private DemoPictures pictures;

    void furnish(
            Caller worker,
            SiteView site,
            MallContent.Showing hero,
            List<MallContent.Showing> banners,
            DemoFolder folder) {
        if (site.theme().home().stream().anyMatch(block -> block.settings().containsKey("picture"))) {
            return;
        }
        List<PageBlock> home = new ArrayList<>();
        for (PageBlock block : site.theme().home()) {
            home.add(block.kind().equals("hero") ? shown(block, hero, folder) : block);
            if (block.kind().equals("category-strip")) {
                banners.forEach(banner -> home.add(shown(new PageBlock("banner", Map.of(), Map.of()), banner, folder)));
            }
        }
        int look = design.save(worker, site.id(), Json.write(withHome(site.theme(), home)));
        design.publish(worker, site.id(), look);
    }

    /** Pages with text; those that are there already get a new version. */
    void write(Caller worker, SiteView site, List<MallContent.PageText> texts) {
        Map<String, UUID> known = pages.list(worker, site.id()).stream()
                .collect(Collectors.toMap(SitePages.Entry::slug, SitePages.Entry::id));
        for (MallContent.PageText text : texts) {
            String document = Json.write(new PageDocument(
                    text.title(), List.of(new PageBlock("rich-text", Map.of(), Map.of("body", text.bodyHtml())))));
            UUID page = known.get(text.slug());
            if (page == null) {
                pages.publish(worker, pages.create(worker, site.id(), text.slug(), document), 1);
            } else {
                pages.publish(worker, page, pages.save(worker, page, document));
            }
        }
    }

    private PageBlock shown(PageBlock block, MallContent.Showing showing, DemoFolder folder) {
        Map<String, String> settings = new HashMap<>(block.settings());
        settings.put("picture", pictures.keep(folder, showing.picture()).key());
        if (showing.link() != null) {
            settings.put("link", showing.link());
        }
        Map<String, Map<String, String>> texts = new HashMap<>(block.texts());
        texts.put("title", showing.title());
        texts.put("text", showing.text());
        return new PageBlock(block.kind(), settings, texts);
    }

    private static ThemeDocument withHome(ThemeDocument theme, List<PageBlock> home) {
        Map<String, List<PageBlock>> layout = new HashMap<>(theme.layout());
        layout.put("home", home);
        return new ThemeDocument(
                theme.name(),
                theme.light(),
                theme.dark(),
                theme.bodyFont(),
                theme.headingFont(),
                theme.cornerPx(),
                theme.header(),
                layout);
    }
}
