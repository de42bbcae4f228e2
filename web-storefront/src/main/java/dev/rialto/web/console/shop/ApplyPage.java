package dev.rialto.web.console.shop;

import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Settings;
import dev.rialto.seller.ApplyForStorefront;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The seller's wish for a storefront: name, domain, look, goods, own discount (A4, A5, A8). */
@Route(path = "/shops/apply", view = "apply", who = Who.SELLER, permission = "site.apply")
public class ApplyPage implements ConsolePage {
    private final StorefrontDesk desk;
    private final Categories categories;
    private final Settings settings;
    private List<CategoryNode> tree = List.of();

    @Inject
    public ApplyPage(StorefrontDesk desk, Categories categories, Settings settings) {
        this.desk = desk;
        this.categories = categories;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        Entries entries = visit.entries();
        ApplyForStorefront wish = new ApplyForStorefront(
                entries.text("name"),
                host(entries.text("host")),
                entries.text("theme"),
                !entries.text("scope").equals("categories"),
                entries.ids("categoryIds"),
                entries.basisPoints("discountBp"),
                entries.optional("note").orElse(null));
        entries.raise();
        UUID application = desk.apply(visit.caller(), wish);
        return Outcome.go("/applications/" + Ids.external("application", application), "done.applied", wish.name());
    }

    /** A bare name means one under the mall's own domain for storefronts. */
    private String host(String typed) {
        return typed.isEmpty() || typed.contains(".") ? typed : typed + ending();
    }

    public String ending() {
        return "." + settings.storefrontDomain();
    }

    public List<Option> themes(Visit visit) {
        return ShopWords.themes(visit);
    }

    public List<Option> categories() {
        return ShopWords.choices(tree);
    }

    /** Nothing is ticked before it was typed. */
    public boolean hasCategory(Option option) {
        return false;
    }

    public boolean isScope(String scope, Visit visit) {
        return visit.typed("scope", "all").equals(scope);
    }
}
