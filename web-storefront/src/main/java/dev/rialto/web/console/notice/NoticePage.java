package dev.rialto.web.console.notice;

import dev.rialto.kernel.Ids;
import dev.rialto.notice.NoticeDesk;
import dev.rialto.notice.NoticeState;
import dev.rialto.notice.NoticeView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One report of goods with its decisions and the objection. */
@Route(path = "/notices/{notice}", view = "notice", permission = "goods.view")
public class NoticePage implements ConsolePage {
    private final NoticeDesk desk;
    private @Nullable NoticeView notice;

    @Inject
    public NoticePage(NoticeDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome open(Visit visit) {
        notice = desk.view(visit.caller(), visit.id("notice"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        long version = visit.entries().whole("version");
        visit.entries().raise();
        NoticeDesk.Step step =
                new NoticeDesk.Step(visit.id("notice"), visit.entries().text("words"), version);
        switch (action) {
            case "dismiss" -> desk.dismiss(visit.caller(), step);
            case "take-off" -> desk.takeOff(visit.caller(), step);
            case "confirm" -> desk.confirm(visit.caller(), step);
            case "reinstate" -> desk.reinstate(visit.caller(), step);
            case "object" -> desk.object(visit.caller(), step);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(
                visit.path(),
                "done.notice-" + action,
                desk.view(visit.caller(), step.noticeId()).title());
    }

    @Override
    public String title(Visit visit) {
        return notice == null ? visit.say("page.notice") : notice.title();
    }

    public NoticeView notice() {
        return Objects.requireNonNull(notice);
    }

    public boolean is(String state) {
        return notice().state().stored().equals(state);
    }

    public String tone(NoticeState state) {
        return NoticeWords.tone(state);
    }

    /** The goods in the console. */
    public String goodsPath() {
        return "/goods/" + Ids.external("goods", notice().goodsId());
    }
}
