package dev.rialto.web.console.category;

import dev.rialto.assortment.CategoryCare;
import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryDraft;
import dev.rialto.goods.CategoryNode;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One category: names, place and address. */
@Route(path = "/categories/{category}", view = "category", who = Who.OPERATOR, permission = "category.edit")
public class CategoryPage implements ConsolePage {
    private final Categories categories;
    private final CategoryCare care;
    private @Nullable CategoryDraft draft;
    private List<CategoryNode> tree = List.of();
    private long version;

    @Inject
    public CategoryPage(Categories categories, CategoryCare care) {
        this.care = care;
        this.categories = categories;
    }

    @Override
    public Outcome open(Visit visit) {
        tree = categories.tree(visit.caller(), visit.language());
        if (!isNew(visit)) {
            UUID id = visit.id("category");
            draft = categories.view(visit.caller(), id);
            version = all().filter(one -> one.id().equals(id))
                    .mapToLong(CategoryNode::version)
                    .findFirst()
                    .orElse(0);
        }
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        return switch (action) {
            case "save" -> save(visit);
            case "delete" -> delete(visit);
            case "merge" -> merge(visit);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome save(Visit visit) {
        CategoryDraft wanted = read(visit);
        String name = visit.show().pick(wanted.names());
        if (isNew(visit)) {
            categories.create(visit.caller(), wanted);
            return Outcome.go("/categories", "done.category-created", name);
        }
        long read = visit.entries().whole("version");
        visit.entries().raise();
        categories.update(visit.caller(), visit.id("category"), read, wanted);
        return Outcome.go("/categories", "done.category-saved", name);
    }

    private Outcome merge(Visit visit) {
        UUID into =
                visit.entries().id("into").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("into", "required"));
        CategoryDraft gone = categories.view(visit.caller(), visit.id("category"));
        CategoryDraft stays = categories.view(visit.caller(), into);
        care.merge(visit.caller(), visit.id("category"), into);
        return Outcome.go(
                "/categories",
                "done.category-merged",
                visit.show().pick(gone.names()),
                visit.show().pick(stays.names()));
    }

    /** The categories of the same level that this one can be merged into. */
    public List<Option> mergeable(Visit visit) {
        if (draft == null) {
            return List.of();
        }
        UUID own = visit.id("category");
        boolean major = draft.parentId() == null;
        return tree.stream()
                .flatMap(node -> major
                        ? Stream.of(new Option(node.id().toString(), node.name()))
                        : node.children().stream()
                                .map(minor -> new Option(minor.id().toString(), minor.name(), node.name())))
                .filter(option -> !option.value().equals(own.toString()))
                .toList();
    }

    private Outcome delete(Visit visit) {
        CategoryDraft gone = categories.view(visit.caller(), visit.id("category"));
        categories.delete(visit.caller(), visit.id("category"));
        return Outcome.go("/categories", "done.category-deleted", visit.show().pick(gone.names()));
    }

    private static CategoryDraft read(Visit visit) {
        @Nullable UUID parent = visit.entries().id("parentId").orElse(null);
        int position = visit.entries().wholeOrNone("position").orElse(0L).intValue();
        @Nullable String picture = visit.entries().optional("picture").orElse(null);
        visit.entries().raise();
        return new CategoryDraft(
                parent, visit.entries().text("slug"), visit.entries().texts("names"), position, picture);
    }

    @Override
    public String title(Visit visit) {
        return draft == null ? visit.say("categories.new") : visit.show().pick(draft.names());
    }

    public @Nullable CategoryDraft draft() {
        return draft;
    }

    public long version() {
        return version;
    }

    public String name(String language) {
        return draft == null ? "" : draft.names().getOrDefault(language, "");
    }

    /** The major categories to choose from. */
    public List<Option> majors() {
        return tree.stream()
                .map(major -> new Option(major.id().toString(), major.name()))
                .toList();
    }

    private Stream<CategoryNode> all() {
        return tree.stream().flatMap(major -> Stream.concat(Stream.of(major), major.children().stream()));
    }

    private static boolean isNew(Visit visit) {
        return visit.variable("category").equals("new");
    }
}
