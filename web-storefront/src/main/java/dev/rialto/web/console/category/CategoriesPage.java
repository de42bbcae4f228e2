package dev.rialto.web.console.category;

import dev.rialto.assortment.CategoryCare;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** All categories, minor ones below their major one (D64). */
@Route(
        path = "/categories",
        view = "categories",
        who = Who.OPERATOR,
        permission = "category.edit",
        menu = Section.GOODS,
        rank = 30)
public class CategoriesPage implements ConsolePage {
    private final Categories categories;
    private final CategoryCare care;
    private List<CategoryNode> tree = List.of();

    @Inject
    public CategoriesPage(Categories categories, CategoryCare care) {
        this.care = care;
        this.categories = categories;
    }

    @Override
    public Outcome open(Visit visit) {
        tree = categories.tree(visit.caller(), visit.language());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID category = visit.entries().id("category").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        switch (action) {
            case "up" -> care.move(visit.caller(), category, CategoryCare.Way.UP);
            case "down" -> care.move(visit.caller(), category, CategoryCare.Way.DOWN);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.category-moved");
    }

    public List<CategoryNode> tree() {
        return tree;
    }

    public String path(CategoryNode category) {
        return "/categories/" + Ids.external("category", category.id());
    }
}
