package dev.rialto.web.console.view;

import dev.rialto.kernel.Ids;
import dev.rialto.staff.SaveView;
import dev.rialto.staff.SavedView;
import dev.rialto.staff.SavedViews;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The views that the reader keeps: looked at, renamed, shared and deleted. Lists send here what is to be kept. */
@Route(path = "/views", view = "views")
public class ViewsPage implements ConsolePage {
    private final SavedViews saved;
    private List<SavedView> views = List.of();

    @Inject
    public ViewsPage(SavedViews saved) {
        this.saved = saved;
    }

    @Override
    public Outcome open(Visit visit) {
        views = saved.all(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        String name = visit.entries().text("name");
        boolean shared = visit.entries().ticked("shared");
        switch (action) {
            case "keep" -> {
                return keep(
                        visit,
                        new SaveView(
                                visit.entries().text("list"),
                                name,
                                visit.entries().text("query"),
                                shared));
            }
            case "rename" -> saved.rename(visit.caller(), id(visit), name, shared);
            case "delete" -> saved.delete(visit.caller(), id(visit));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/views", "done.view-" + action, name);
    }

    private Outcome keep(Visit visit, SaveView wish) {
        saved.save(visit.caller(), wish);
        String path = "/" + wish.list();
        return Outcome.go(wish.query().isEmpty() ? path : path + "?" + wish.query(), "done.view-keep", wish.name());
    }

    private static UUID id(Visit visit) {
        return Ids.parse("view", visit.entries().text("view"))
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("view", "unknown"));
    }

    public List<SavedView> views() {
        return views;
    }

    public String key(SavedView view) {
        return Ids.external("view", view.id());
    }

    /** The list as the view shows it. */
    public String path(SavedView view) {
        return view.query().isEmpty() ? "/" + view.list() : "/" + view.list() + "?" + view.query();
    }

    /** Did a list send something that could not be kept as it was named? */
    public boolean isKeeping(Visit visit) {
        return visit.isReturned() && visit.query("do").equals("keep");
    }
}
