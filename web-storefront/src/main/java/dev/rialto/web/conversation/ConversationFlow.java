package dev.rialto.web.conversation;

import dev.rialto.kernel.DomainException;
import dev.rialto.web.port.ConversationPort;
import dev.rialto.web.port.Talk;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.shop.Address;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** Takes what a buyer writes about an order, by account, by cookie, or by the key in the mail. */
@ApplicationScoped
class ConversationFlow implements Flow {
    private static final String KEY = "key";

    @Inject
    private ConversationPort conversations;

    @Override
    public void addresses(Routes routes) {
        routes.get("/orders/{number}/messages/{part}", this::show)
                .post("/orders/{number}/messages/{part}", this::write)
                .post("/orders/{number}/messages/{part}/dispute", this::dispute);
    }

    private Answer show(Visit visit) {
        return page(visit, 200, Form.of(visit.wording(), Map.of()));
    }

    private Answer page(Visit visit, int status, Form form) {
        return talk(visit)
                .<Answer>map(found -> new Answer.Show(
                        status, "talk", new TalkPage(found, visit.part("number"), visit.optional(KEY), form)))
                .orElseGet(Answer::missing);
    }

    private Optional<Talk> talk(Visit visit) {
        return conversations.of(holder(visit), visit.part("number")).stream()
                .filter(found -> found.partNumber().equals(visit.part("part")))
                .findFirst();
    }

    private Answer write(Visit visit) {
        return taken(
                visit,
                "sent",
                (talk, holder) ->
                        conversations.write(holder, visit.part("number"), talk.partId(), visit.text("message")));
    }

    private Answer dispute(Visit visit) {
        return taken(
                visit,
                "disputed",
                (talk, holder) ->
                        conversations.dispute(holder, visit.part("number"), talk.partId(), visit.text("reason")));
    }

    private Answer taken(Visit visit, String done, BiConsumer<Talk, Visitor> deed) {
        Optional<Talk> talk = talk(visit);
        if (talk.isEmpty()) {
            return Answer.missing();
        }
        try {
            deed.accept(talk.get(), holder(visit));
        } catch (DomainException refused) {
            return page(visit, 422, Form.typed(visit, "message", "reason").refused(refused));
        }
        return Answer.goTo(order(visit).with("talk", done) + "#talk-" + Address.segment(visit.part("part")));
    }

    private static Address order(Visit visit) {
        Address address = new Address("/orders/" + Address.segment(visit.part("number")), Map.of());
        String key = visit.optional(KEY);
        return key == null ? address : address.with(KEY, key);
    }

    /** The one who holds the key of the mail stands for the one who ordered. */
    private static Visitor holder(Visit visit) {
        String key = visit.optional(KEY);
        return key == null ? visit.visitor() : visit.visitor().withToken(key);
    }
}
