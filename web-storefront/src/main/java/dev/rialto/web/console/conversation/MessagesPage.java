package dev.rialto.web.console.conversation;

import dev.rialto.conversation.ConversationFilter;
import dev.rialto.conversation.ConversationState;
import dev.rialto.conversation.ConversationSummary;
import dev.rialto.conversation.Conversations;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** What buyers and sellers say to each other: those that wait for an answer, disputes, and all. */
@Route(path = "/messages", view = "messages", permission = "order.view", menu = Section.ORDERS, rank = 15)
public class MessagesPage implements ConsolePage {
    private static final int PAGE = 50;
    private static final String UNANSWERED = "unanswered";

    private final Conversations conversations;
    private final AnswerTime time;
    private Page<ConversationSummary> found = new Page<>(List.of(), null);

    @Inject
    public MessagesPage(Conversations conversations, Clock clock) {
        this.conversations = conversations;
        this.time = new AnswerTime(clock);
    }

    @Override
    public Outcome open(Visit visit) {
        String asked = visit.query("state");
        found = conversations.list(
                visit.caller(),
                new ConversationFilter(
                        Arrays.stream(ConversationState.values())
                                .filter(state -> state.stored().equals(asked))
                                .findFirst()
                                .orElse(null),
                        asked.equals(UNANSWERED),
                        visit.entries().optional("q").orElse(null),
                        visit.entries().optional("after").orElse(null),
                        PAGE));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("start")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        UUID part =
                visit.entries().id("part").orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("part", "required"));
        return Outcome.go("/messages/" + Ids.external("talk", conversations.of(visit.caller(), part)));
    }

    public Page<ConversationSummary> found() {
        return found;
    }

    /** The states as they stand in the address, those that wait for somebody first. */
    public List<String> states() {
        return List.of(UNANSWERED, "disputed", "open", "decided");
    }

    public boolean isNarrowed(Visit visit) {
        return !(visit.query("state") + visit.query("q")).isEmpty();
    }

    public String path(ConversationSummary talk) {
        return "/messages/" + Ids.external("talk", talk.id());
    }

    public String state(ConversationSummary talk) {
        return talk.state().stored();
    }

    public String tone(ConversationSummary talk) {
        return MessagePage.tone(talk.state());
    }

    public String left(ConversationSummary talk, Visit visit) {
        return time.words(talk.answerDueAt(), visit);
    }

    public String leftTone(ConversationSummary talk) {
        return time.tone(talk.answerDueAt());
    }
}
