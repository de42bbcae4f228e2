package dev.rialto.web.console.shop;

import dev.rialto.design.DraftSite;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.seller.PageDocument;
import dev.rialto.seller.SitePages;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The content pages of a shop: which there are, which stand in the menu and in what order (A9, A10). */
@Route(path = "/shops/{site}/pages", view = "site-pages", permission = "site.edit")
public class SitePagesPage implements ConsolePage {
    private final SitePages pages;
    private final StorefrontDesk desk;
    private final DraftSite drafts;
    private final Settings settings;
    private @Nullable SiteView site;
    private List<SitePages.Entry> list = List.of();
    private String pass = "";

    @Inject
    public SitePagesPage(SitePages pages, StorefrontDesk desk, DraftSite drafts, Settings settings) {
        this.pages = pages;
        this.desk = desk;
        this.drafts = drafts;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        list = pages.list(visit.caller(), found.id());
        pass = drafts.pass(visit.caller(), found.id());
        site = found;
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SiteView of = desk.site(visit.caller(), visit.id("site"));
        if (action.equals("create")) {
            return create(visit, of);
        }
        List<SitePages.Entry> all = pages.list(visit.caller(), of.id());
        UUID named = visit.entries().id("page").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        SitePages.Entry page = all.stream()
                .filter(entry -> entry.id().equals(named))
                .findFirst()
                .orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
        switch (action) {
            case "menu-in" -> pages.place(visit.caller(), page.id(), true, page.position());
            case "menu-out" -> pages.place(visit.caller(), page.id(), false, page.position());
            case "up" -> move(visit, all, all.indexOf(page), -1);
            case "down" -> move(visit, all, all.indexOf(page), 1);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.menu-changed");
    }

    private Outcome create(Visit visit, SiteView of) {
        PageDocument empty = new PageDocument(visit.entries().texts("title"), List.of());
        UUID page = pages.create(visit.caller(), of.id(), visit.entries().text("slug"), Json.write(empty));
        return Outcome.go(visit.path() + "/" + Ids.external("page", page), "done.page-created");
    }

    private void move(Visit visit, List<SitePages.Entry> all, int from, int step) {
        int to = Math.max(0, Math.min(all.size() - 1, from + step));
        List<SitePages.Entry> moved = all.stream().collect(Collectors.toList());
        Collections.swap(moved, from, to);
        for (int i = 0; i < moved.size(); i++) {
            if (moved.get(i).position() != i + 1) {
                pages.place(visit.caller(), moved.get(i).id(), moved.get(i).inMenu(), i + 1);
            }
        }
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.site-pages") : visit.say("pages.of", site.name());
    }

    public List<SitePages.Entry> list() {
        return list;
    }

    public String path(SitePages.Entry page, Visit visit) {
        return visit.path() + "/" + Ids.external("page", page.id());
    }

    /** published, changed or hidden. */
    public String state(SitePages.Entry page) {
        if (page.published() == null) {
            return "hidden";
        }
        return page.published() == page.latest() ? "published" : "changed";
    }

    public String tone(SitePages.Entry page) {
        return switch (state(page)) {
            case "published" -> "chip-good";
            case "changed" -> "chip-info";
            default -> "chip-warn";
        };
    }

    public String shopPath() {
        return site == null ? "/shops" : ShopWords.path(site);
    }

    public String preview() {
        return site == null ? "" : settings.address(site.host(), "/?preview=" + pass);
    }
}
