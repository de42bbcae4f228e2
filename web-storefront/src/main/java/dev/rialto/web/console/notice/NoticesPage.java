package dev.rialto.web.console.notice;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.notice.NoticeDesk;
import dev.rialto.notice.NoticeState;
import dev.rialto.notice.NoticeView;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reports of goods by state; a seller sees those that were acted upon. */
@Route(path = "/notices", view = "notices", permission = "goods.view", menu = Section.GOODS, rank = 60)
public class NoticesPage implements ConsolePage {
    private static final int PAGE = 50;

    private final NoticeDesk desk;
    private Page<NoticeView> notices = new Page<>(List.of(), null);
    private boolean isMall;

    @Inject
    public NoticesPage(NoticeDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome open(Visit visit) {
        isMall = visit.isOperator();
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        notices = read(visit, visit.entries().id("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<NoticeView> read(Visit visit, @Nullable UUID after, int limit) {
        return desk.list(
                visit.caller(),
                new NoticeDesk.Filter(
                        NoticeWords.state(visit.query("state")).orElse(null),
                        visit.entries().optional("q").orElse(null),
                        after,
                        limit));
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile(
                visit.say("notices.goods"),
                visit.say("section.sellers"),
                visit.say("notices.reason"),
                visit.say("field.state"),
                visit.say("notices.received"));
        csv.addAll(
                after -> read(visit, after == null ? null : UUID.fromString(after), CsvFile.PAGE),
                (NoticeView notice) -> csv.add(
                        notice.title(),
                        notice.sellerName(),
                        visit.say("notices.reason." + notice.reason()),
                        visit.say("state.notice." + notice.state().stored()),
                        notice.receivedAt().toString()));
        return new Outcome.Send("notices.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    public Page<NoticeView> notices() {
        return notices;
    }

    public List<String> states() {
        return NoticeWords.states(isMall);
    }

    public String path(NoticeView notice) {
        return "/notices/" + Ids.external("notice", notice.id());
    }

    public String tone(NoticeState state) {
        return NoticeWords.tone(state);
    }
}
