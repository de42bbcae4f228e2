package dev.rialto.web.console.cards;

import dev.rialto.cardcode.CodeBook;
import dev.rialto.recharge.CodeState;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** One code: its life, and the buttons that tell it sold or take it out of use (E34). */
@Route(path = "/codes/{code}", view = "code", permission = "code.view")
public class CodePage implements ConsolePage {
    private final CodeBook codes;
    private CodeBook.@Nullable View code;
    private List<CodeBook.Event> events = List.of();

    @Inject
    public CodePage(CodeBook codes) {
        this.codes = codes;
    }

    @Override
    public Outcome open(Visit visit) {
        code = codes.view(visit.caller(), visit.id("code"));
        events = codes.events(visit.caller(), visit.id("code"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        switch (action) {
            case "sell" -> codes.sell(visit.caller(), visit.id("code"));
            case "void" ->
                codes.takeOut(visit.caller(), visit.id("code"), visit.entries().text("reason"));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.code-" + action);
    }

    @Override
    public String title(Visit visit) {
        return code == null ? visit.say("page.code") : visit.say("codes.title", code.lastFour());
    }

    public CodeBook.View code() {
        return Objects.requireNonNull(code);
    }

    public List<CodeBook.Event> events() {
        return events;
    }

    /** May the reader change its state so? */
    public boolean may(String next, Visit visit) {
        return visit.may("code.edit")
                && !code().held()
                && code().state().mayBecome(CodeState.valueOf(next))
                && (visit.isOperator()
                        || code().channelId().equals(visit.caller().tenant()));
    }

    public String tone() {
        return CodesPage.tone(code().state());
    }
}
