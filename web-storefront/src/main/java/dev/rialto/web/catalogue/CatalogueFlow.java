package dev.rialto.web.catalogue;

import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.OutlookPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Direct;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Link;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Front page, lists, search, goods, shops and content pages. */
@ApplicationScoped
class CatalogueFlow implements Flow {
    @Inject
    private CataloguePort catalogue;

    @Inject
    private Lists lists;

    @Inject
    private Sections sections;

    @Inject
    private GoodsView goodsView;

    @Inject
    private Heads heads;

    @Inject
    private Instance<OutlookPort> outlooks;

    @Override
    public void addresses(Routes routes) {
        routes.get("/", this::front)
                .get("/goods", this::all)
                .get("/goods/{slug}", this::goods)
                .get("/c/{major}", this::major)
                .get("/c/{major}/{minor}", this::minor)
                .get("/search", this::search)
                .get("/shops", this::shops)
                .get("/pages/{slug}", this::page);
    }

    private Answer front(Visit visit) {
        return Answer.found(
                "front", new FrontPage(sections.of(visit.site().theme().blocks(), visit)), heads.front(visit));
    }

    private Answer all(Visit visit) {
        List<Link> children = catalogue.categories(visit.visitor()).stream()
                .map(category -> new Link("/c/" + category.slug(), category.name()))
                .toList();
        Lists.Heading heading = new Lists.Heading(visit.wording().say("nav.all"), List.of(), children);
        return list(visit, heading, null);
    }

    private Answer search(Visit visit) {
        String words = visit.text("q");
        if (words.isEmpty()) {
            return Answer.goTo("/goods");
        }
        Lists.Heading heading = new Lists.Heading(visit.wording().say("search.title", words), List.of(), List.of());
        return Answer.show("list", lists.page(visit, heading, null, words));
    }

    private Answer major(Visit visit) {
        return find(catalogue.categories(visit.visitor()), visit.part("major"))
                .map(major -> list(visit, heading(major, major, List.of()), major.slug()))
                .orElseGet(() -> formerCategory(visit, visit.part("major")));
    }

    private Answer minor(Visit visit) {
        Optional<Category> major = find(catalogue.categories(visit.visitor()), visit.part("major"));
        Optional<Category> minor = major.flatMap(above -> find(above.children(), visit.part("minor")));
        if (major.isEmpty() || minor.isEmpty()) {
            return formerCategory(visit, visit.part("minor"));
        }
        List<Link> path =
                List.of(new Link("/c/" + major.get().slug(), major.get().name()));
        Lists.Heading heading = heading(major.get(), minor.get(), path);
        return list(visit, heading, minor.get().slug());
    }

    /** A category that stands elsewhere by now, was renamed or went into another one is sent on to for good. */
    private Answer formerCategory(Visit visit, String slug) {
        List<Category> tree = catalogue.categories(visit.visitor());
        return pathOf(tree, slug)
                .or(() -> outlooks.stream()
                        .flatMap(outlook -> outlook.categoryMovedTo(visit.visitor(), slug).stream())
                        .findFirst()
                        .flatMap(now -> pathOf(tree, now)))
                .map(Direct::moved)
                .orElseGet(Answer::missing);
    }

    private static Optional<String> pathOf(List<Category> tree, String slug) {
        for (Category major : tree) {
            if (major.slug().equals(slug)) {
                return Optional.of("/c/" + slug);
            }
            if (find(major.children(), slug).isPresent()) {
                return Optional.of("/c/" + major.slug() + "/" + slug);
            }
        }
        return Optional.empty();
    }

    private Answer list(Visit visit, Lists.Heading heading, @Nullable String category) {
        return Answer.found("list", lists.page(visit, heading, category, null), heads.list(visit, heading));
    }

    private static Lists.Heading heading(Category major, Category shown, List<Link> path) {
        List<Link> children = major.children().stream()
                .map(child -> new Link(
                        "/c/" + major.slug() + "/" + child.slug(),
                        child.name(),
                        child.slug().equals(shown.slug())))
                .toList();
        return new Lists.Heading(shown.name(), path, children);
    }

    private static Optional<Category> find(List<Category> categories, String slug) {
        return categories.stream()
                .filter(category -> category.slug().equals(slug))
                .findFirst();
    }

    private Answer goods(Visit visit) {
        Optional<Goods> goods = catalogue
                .goods(visit.visitor(), visit.part("slug"))
                .or(() -> visit.draftPass()
                        .flatMap(pass -> catalogue.draftGoods(visit.visitor(), visit.part("slug"), pass)));
        return goods.filter(found -> !found.variants().isEmpty())
                .map(found -> goods(visit, goodsView.page(found, visit)))
                .orElseGet(() -> former(visit));
    }

    private Answer goods(Visit visit, GoodsPage page) {
        return Answer.found("goods", page, heads.goods(visit, page.goods(), page.shown()));
    }

    /** Goods that had this name before are sent on to for good. */
    private Answer former(Visit visit) {
        return outlooks.stream()
                .flatMap(outlook -> outlook.movedTo(visit.visitor(), visit.part("slug")).stream())
                .findFirst()
                .map(slug -> Direct.moved("/goods/" + slug))
                .orElseGet(Answer::missing);
    }

    private Answer shops(Visit visit) {
        if (!visit.site().mall()) {
            return Answer.missing();
        }
        ShopsPage page = new ShopsPage(catalogue.shops(visit.visitor()).stream()
                .map(shop -> ShopCard.of(shop, visit))
                .toList());
        return Answer.found("shops", page, heads.text(visit, visit.wording().say("nav.shops")));
    }

    private Answer page(Visit visit) {
        String slug = visit.part("slug");
        return visit.draftPass()
                .flatMap(pass -> catalogue.draftPage(visit.visitor(), slug, pass))
                .or(() -> catalogue.page(visit.visitor(), slug))
                .map(page -> Answer.found(
                        "content",
                        new TextPage(page.title(), sections.of(page.blocks(), visit)),
                        heads.text(visit, page.title())))
                .orElseGet(Answer::missing);
    }
}
