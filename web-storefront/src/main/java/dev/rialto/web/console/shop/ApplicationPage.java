package dev.rialto.web.console.shop;

import dev.rialto.goods.Categories;
import dev.rialto.goods.CategoryNode;
import dev.rialto.platform.Settings;
import dev.rialto.seller.ApplicationView;
import dev.rialto.seller.StorefrontDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One application: operators approve or reject it, its seller may take it back. */
@Route(path = "/applications/{application}", view = "shop-application", permission = "site.view")
public class ApplicationPage implements ConsolePage {
    private final StorefrontDesk desk;
    private final Categories categories;
    private final Settings settings;
    private @Nullable ApplicationView application;
    private List<CategoryNode> tree = List.of();

    @Inject
    public ApplicationPage(StorefrontDesk desk, Categories categories, Settings settings) {
        this.desk = desk;
        this.categories = categories;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        ApplicationView found = desk.application(visit.caller(), visit.id("application"));
        if (!found.goodsScopeAll()) {
            tree = categories.tree(visit.caller(), visit.language());
        }
        application = found;
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        ApplicationView about = desk.application(visit.caller(), visit.id("application"));
        return switch (action) {
            case "approve" -> approve(visit, about);
            case "reject" -> reject(visit, about);
            case "withdraw" -> withdraw(visit, about);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        };
    }

    private Outcome approve(Visit visit, ApplicationView about) {
        int handling = visit.entries().basisPoints("handlingBp");
        visit.entries().raise();
        desk.approve(visit.caller(), new StorefrontDesk.Approval(about.id(), handling));
        return Outcome.go(visit.path(), "done.shop-approved", about.name(), address(about));
    }

    private Outcome reject(Visit visit, ApplicationView about) {
        desk.reject(visit.caller(), about.id(), visit.entries().text("reason"));
        return Outcome.go(visit.path(), "done.shop-rejected", about.name());
    }

    private Outcome withdraw(Visit visit, ApplicationView about) {
        desk.withdraw(visit.caller(), about.id());
        return Outcome.go("/shops", "done.application-withdrawn", about.name());
    }

    @Override
    public String title(Visit visit) {
        return application == null ? visit.say("page.shop-application") : application.name();
    }

    public @Nullable ApplicationView application() {
        return application;
    }

    public String state() {
        return application == null ? "" : ShopWords.key(application.state());
    }

    public String tone() {
        return application == null ? "" : ShopWords.tone(application.state());
    }

    public boolean isOpen() {
        return application != null && application.state() == ApplicationView.State.SUBMITTED;
    }

    public boolean isApproved() {
        return application != null && application.state() == ApplicationView.State.APPROVED;
    }

    /** Where the storefront answers, or would. */
    public String address(ApplicationView of) {
        return settings.address(of.host(), "/");
    }

    public List<String> categories() {
        return application == null ? List.of() : ShopWords.names(tree, application.categoryIds());
    }
}
