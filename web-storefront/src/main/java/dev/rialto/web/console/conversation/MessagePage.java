package dev.rialto.web.console.conversation;

import dev.rialto.conversation.ConversationState;
import dev.rialto.conversation.ConversationView;
import dev.rialto.conversation.Conversations;
import dev.rialto.conversation.Decision;
import dev.rialto.conversation.Side;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.MemberRoll;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One conversation: what was said, the answer, and for operators the decision of a dispute. */
@Route(path = "/messages/{talk}", view = "message", permission = "order.view")
public class MessagePage implements ConsolePage {
    private final Conversations conversations;
    private final MemberRoll roll;
    private final AnswerTime time;
    private @Nullable ConversationView talk;
    private Map<UUID, String> names = Map.of();

    @Inject
    public MessagePage(Conversations conversations, MemberRoll roll, Clock clock) {
        this.conversations = conversations;
        this.roll = roll;
        this.time = new AnswerTime(clock);
    }

    @Override
    public Outcome open(Visit visit) {
        ConversationView found = conversations.view(visit.caller(), visit.id("talk"));
        List<UUID> people = found.messages().stream()
                .map(ConversationView.Message::accountId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        names = people.isEmpty() ? Map.of() : roll.names(visit.caller(), people);
        talk = found;
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        ConversationView about = conversations.view(visit.caller(), visit.id("talk"));
        switch (action) {
            case "write" ->
                conversations.write(
                        visit.caller(), about.subOrderId(), visit.entries().secret("message"));
            case "dispute" ->
                conversations.dispute(
                        visit.caller(), about.subOrderId(), visit.entries().secret("reason"));
            case "decide-buyer" -> decide(visit, Side.BUYER);
            case "decide-seller" -> decide(visit, Side.SELLER);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.message-" + action, about.number());
    }

    private void decide(Visit visit, Side favour) {
        long version = visit.entries().whole("version");
        visit.entries().raise();
        conversations.decide(
                visit.caller(),
                new Decision(visit.id("talk"), favour, visit.entries().secret("reason"), version));
    }

    @Override
    public String title(Visit visit) {
        return talk == null ? visit.say("page.message") : visit.say("messages.about", talk.number());
    }

    public @Nullable ConversationView talk() {
        return talk;
    }

    public String orderPath() {
        return talk == null ? "/orders" : "/orders/" + Ids.external("order", talk.orderId());
    }

    public String state() {
        return talk == null ? "" : talk.state().stored();
    }

    public String tone() {
        return talk == null ? "" : tone(talk.state());
    }

    static String tone(ConversationState state) {
        return switch (state) {
            case OPEN -> "";
            case DISPUTED -> "chip-bad";
            case DECIDED -> "chip-good";
        };
    }

    public boolean isDisputed() {
        return talk != null && talk.state() == ConversationState.DISPUTED;
    }

    public String left(Visit visit) {
        return talk == null ? "" : time.words(talk.answerDueAt(), visit);
    }

    public String leftTone() {
        return talk == null ? "" : time.tone(talk.answerDueAt());
    }

    /** Who said it: the side's name, and the person where one was signed in. */
    public String author(ConversationView.Message message, Visit visit) {
        String side = visit.say("messages.by." + message.author().stored());
        String person = message.accountId() == null ? "" : names.getOrDefault(message.accountId(), "");
        if (talk != null && message.author() == Side.SELLER) {
            side = talk.sellerName();
        }
        if (talk != null && message.author() == Side.BUYER && talk.buyerName() != null) {
            person = talk.buyerName();
        }
        return person.isEmpty() ? side : side + " · " + person;
    }

    public String lower(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
