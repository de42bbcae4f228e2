package dev.rialto.web.console.review;

import dev.rialto.kernel.Page;
import dev.rialto.review.RemarkKind;
import dev.rialto.review.RemarkState;
import dev.rialto.review.RemarkView;
import dev.rialto.review.ReviewDesk;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Visit;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reviews or questions: searched, answered, hidden and shown again. */
public abstract class RemarksPage implements ConsolePage {
    private static final int PAGE = 50;

    private final ReviewDesk desk;
    private final RemarkKind kind;
    private Page<RemarkView> remarks = new Page<>(List.of(), null);

    RemarksPage(ReviewDesk desk, RemarkKind kind) {
        this.desk = desk;
        this.kind = kind;
    }

    public Page<RemarkView> remarks() {
        return remarks;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return csv(visit);
        }
        remarks = read(visit, visit.entries().id("after").orElse(null), PAGE);
        return Outcome.show();
    }

    private Page<RemarkView> read(Visit visit, @Nullable UUID after, int limit) {
        return desk.list(
                visit.caller(),
                new ReviewDesk.Filter(
                        kind,
                        state(visit.query("state")).orElse(null),
                        visit.entries().optional("q").orElse(null),
                        after,
                        limit));
    }

    private Outcome csv(Visit visit) {
        CsvFile csv = new CsvFile(
                visit.say("remarks.goods"),
                visit.say("remarks.author"),
                visit.say("remarks.stars"),
                visit.say("remarks.words"),
                visit.say("remarks.answer"),
                visit.say("field.state"),
                visit.say("remarks.written"));
        csv.addAll(
                after -> read(visit, after == null ? null : UUID.fromString(after), CsvFile.PAGE),
                (RemarkView remark) -> csv.add(
                        remark.goodsTitle(),
                        remark.author(),
                        remark.stars() == null ? "" : String.valueOf(remark.stars()),
                        remark.words(),
                        Optional.ofNullable(remark.answer()).orElse(""),
                        visit.say("state.remark." + remark.state().stored()),
                        remark.writtenAt().toString()));
        return new Outcome.Send(kind.stored() + "s.csv", "text/csv; charset=utf-8", csv.bytes());
    }

    /** Answers, hides or shows; then the list as it was. */
    @Override
    public Outcome act(Visit visit, String action) {
        UUID remark = visit.entries().id("remark").orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        long version = visit.entries().whole("version");
        visit.entries().raise();
        switch (action) {
            case "answer" ->
                desk.answer(visit.caller(), remark, version, visit.entries().text("answer"));
            case "hide" ->
                desk.hide(visit.caller(), remark, version, visit.entries().text("reason"));
            case "show" -> desk.show(visit.caller(), remark, version);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.remark-" + action);
    }

    public List<String> states() {
        return Arrays.stream(RemarkState.values()).map(RemarkState::stored).toList();
    }

    private static Optional<RemarkState> state(String text) {
        return Arrays.stream(RemarkState.values())
                .filter(state -> state.stored().equals(text))
                .findFirst();
    }

    public String tone(RemarkState state) {
        return switch (state) {
            case WAITING -> "chip-warn";
            case SHOWN -> "chip-good";
            case HIDDEN -> "chip-bad";
        };
    }

    public String stars(RemarkView remark) {
        Integer stars = remark.stars();
        return stars == null ? "" : String.format(Locale.ROOT, "%s%s", "★".repeat(stars), "☆".repeat(5 - stars));
    }
}
