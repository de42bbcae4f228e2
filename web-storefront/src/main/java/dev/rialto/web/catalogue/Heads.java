package dev.rialto.web.catalogue;

import dev.rialto.web.port.Category;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.OutlookPort;
import dev.rialto.web.port.OutlookPort.Outlook;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Head;
import dev.rialto.web.shop.Link;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells search engines what a page is. A page has one proper address per language, and one that leaves the language to the
 * browser; goods have theirs where they are at home. Narrowed, sorted and further pages of lists are not to be found.
 */
@Dependent
class Heads {
    private static final String LANGUAGE = "lang";
    private static final String DEFAULT = "x-default";
    private static final String WEBSITE = "website";

    private final Instance<OutlookPort> outlooks;

    @Inject
    Heads(Instance<OutlookPort> outlooks) {
        this.outlooks = outlooks;
    }

    /** The first page. */
    Head front(Visit visit) {
        Outlook here = outlook(visit);
        List<String> data = List.of(Markup.website(here.address(), visit.site().name()));
        return head(visit, here, "/", visit.site().name(), logo(visit, here), data);
    }

    /** A list: the whole one of its category. */
    Head list(Visit visit, Lists.Heading heading) {
        Outlook here = outlook(visit);
        String path = visit.path();
        if (visit.here().parameters().keySet().stream().anyMatch(name -> !name.equals(LANGUAGE))) {
            return hidden();
        }
        List<Link> way = new ArrayList<>(heading.path());
        way.add(new Link(path, heading.title()));
        return head(visit, here, path, heading.title(), logo(visit, here), List.of(crumbs(visit, here, way)));
    }

    /** A page of text, or the list of shops. */
    Head text(Visit visit, String title) {
        Outlook here = outlook(visit);
        return head(visit, here, visit.path(), title, logo(visit, here), List.of());
    }

    /** One product. */
    Head goods(Visit visit, Goods goods, Goods.Variant shown) {
        Outlook here = outlook(visit);
        String path = "/goods/" + goods.slug();
        Optional<Outlook> home =
                outlooks.isResolvable() ? outlooks.get().homeOf(visit.visitor(), goods.sellerId()) : Optional.empty();
        Outlook at = home.orElse(here);
        String image = goods.pictures().isEmpty()
                ? null
                : picture(here, goods.pictures().get(0).key());
        String canonical = canonical(visit, at, path);
        return new Head(
                here.hidden() ? null : canonical,
                home.isPresent() ? List.of() : alternates(at, path),
                "product",
                goods.title(),
                goods.summary(),
                image,
                new Head.Price(
                        shown.price().toDecimal().toPlainString(), shown.price().currency()),
                List.of(Markup.product(goods, here.address(), here.address() + path), crumbs(visit, here, way(goods))));
    }

    private static List<Link> way(Goods goods) {
        List<Link> way = new ArrayList<>();
        String address = "/c";
        for (Category category : goods.path()) {
            address += "/" + category.slug();
            way.add(new Link(address, category.name()));
        }
        way.add(new Link("/goods/" + goods.slug(), goods.title()));
        return way;
    }

    /** A shop on a server of its own knows its address by itself. */
    private Outlook outlook(Visit visit) {
        return outlooks.isResolvable()
                ? outlooks.get().of(visit.visitor())
                : new Outlook(visit.origin(), visit.site().languages(), false);
    }

    private static Head head(
            Visit visit, Outlook here, String path, String title, @Nullable String image, List<String> data) {
        return here.hidden()
                ? hidden()
                : new Head(
                        canonical(visit, here, path),
                        alternates(here, path),
                        WEBSITE,
                        title,
                        visit.inLanguage(visit.site().slogan()),
                        image,
                        null,
                        data);
    }

    private static Head hidden() {
        return new Head(null, List.of(), WEBSITE, "", "", null, null, List.of());
    }

    private static String crumbs(Visit visit, Outlook here, List<Link> way) {
        return Markup.breadcrumbs(here.address(), visit.site().name(), way);
    }

    private static String canonical(Visit visit, Outlook at, String path) {
        String asked = visit.text(LANGUAGE);
        return at.address() + (at.languages().contains(asked) ? in(path, asked) : path);
    }

    private static List<Head.Alternate> alternates(Outlook at, String path) {
        List<Head.Alternate> all = new ArrayList<>();
        for (String language : at.languages()) {
            all.add(new Head.Alternate(language, at.address() + in(path, language)));
        }
        all.add(new Head.Alternate(DEFAULT, at.address() + path));
        return all;
    }

    private static String in(String path, String language) {
        return new Address(path, java.util.Map.of()).with(LANGUAGE, language).toString();
    }

    private static @Nullable String logo(Visit visit, Outlook here) {
        String key = visit.site().logoKey();
        return key == null ? null : picture(here, key);
    }

    static String picture(Outlook here, String key) {
        return here.address() + "/pictures/" + key + "-800.jpg";
    }
}
