package dev.rialto.web.console.shop;

import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDesign;
import dev.rialto.seller.SiteView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.seller.ThemeDocument;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The look of a shop: colours with their contrast, fonts, corners; every saved one is a version to publish (A9, A10). */
@Route(path = "/shops/{site}/look", view = "look", permission = "site.edit")
public class LookPage implements ConsolePage {
    private final SiteDesign design;
    private final StorefrontDesk desk;
    private final Settings settings;
    private @Nullable SiteView site;
    private @Nullable ThemeDocument theme;
    private List<SiteDesign.Version> versions = List.of();

    @Inject
    public LookPage(SiteDesign design, StorefrontDesk desk, Settings settings) {
        this.design = design;
        this.desk = desk;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        SiteView found = desk.site(visit.caller(), visit.id("site"));
        versions = design.versions(visit.caller(), found.id());
        theme = chosen(visit, found);
        site = found;
        return Outcome.show();
    }

    /** The saved look that the address names, a shipped one to begin from, or the published one. */
    private ThemeDocument chosen(Visit visit, SiteView of) {
        String begin = visit.query("begin");
        if (!begin.isEmpty()) {
            return Json.read(design.shippedJson(visit.caller(), of.id(), begin), ThemeDocument.class);
        }
        return visit.entries()
                .wholeOrNone("version")
                .map(number -> design.version(visit.caller(), of.id(), number.intValue()))
                .orElse(of.theme());
    }

    @Override
    public Outcome act(Visit visit, String action) {
        SiteView of = desk.site(visit.caller(), visit.id("site"));
        return switch (action) {
            case "save" -> save(visit, of);
            case "publish" -> publish(visit, of);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome save(Visit visit, SiteView of) {
        Entries entries = visit.entries();
        ThemeDocument base = chosen(visit, of);
        ThemeDocument changed = new ThemeDocument(
                base.name(),
                colours(entries, "light"),
                colours(entries, "dark"),
                entries.text("bodyFont"),
                entries.text("headingFont"),
                (int) entries.whole("cornerPx"),
                entries.text("header"),
                base.layout());
        entries.raise();
        int number = design.save(visit.caller(), of.id(), Json.write(changed));
        return Outcome.go(visit.path() + "?version=" + number, "done.look-saved", String.valueOf(number));
    }

    private Outcome publish(Visit visit, SiteView of) {
        long number = visit.entries().whole("number");
        visit.entries().raise();
        design.publish(visit.caller(), of.id(), Math.toIntExact(number));
        return Outcome.go(visit.path(), "done.look-published", String.valueOf(number));
    }

    private static Map<String, String> colours(Entries entries, String palette) {
        Map<String, String> colours = new LinkedHashMap<>();
        for (ThemeDocument.Token token : ThemeDocument.Token.values()) {
            colours.put(token.key(), entries.text(palette + "." + token.key()));
        }
        return colours;
    }

    @Override
    public String title(Visit visit) {
        return site == null ? visit.say("page.look") : visit.say("look.of", site.name());
    }

    public List<SiteDesign.Version> versions() {
        return versions;
    }

    public @Nullable ThemeDocument theme() {
        return theme;
    }

    public List<String> palettes() {
        return List.of("light", "dark");
    }

    public List<String> tokens() {
        return Arrays.stream(ThemeDocument.Token.values())
                .map(ThemeDocument.Token::key)
                .toList();
    }

    public String colour(String palette, String token) {
        if (theme == null) {
            return "#000000";
        }
        Map<String, String> colours = palette.equals("light") ? theme.light() : theme.dark();
        return colours.getOrDefault(token, "#000000");
    }

    /** The colour that a token is read upon; empty for those that are no ink. */
    public String paper(String token) {
        return switch (token) {
            case "text", "muted", "accent", "sale", "success", "danger", "focus" -> "background";
            case "on-accent" -> "accent";
            default -> "";
        };
    }

    public List<Option> fonts(Visit visit) {
        return options(visit, "look.font.", "sans", "serif", "rounded", "mono");
    }

    public List<Option> headers(Visit visit) {
        return options(visit, "look.header.", "bar", "centered", "split");
    }

    public List<Option> beginnings(Visit visit) {
        return ShopWords.themes(visit);
    }

    private static List<Option> options(Visit visit, String key, String... names) {
        return Stream.of(names)
                .map(name -> new Option(name, visit.say(key + name)))
                .toList();
    }

    public String shopPath() {
        return site == null ? "/shops" : ShopWords.path(site);
    }

    public String address() {
        return site == null ? "" : settings.address(site.host(), "/");
    }
}
