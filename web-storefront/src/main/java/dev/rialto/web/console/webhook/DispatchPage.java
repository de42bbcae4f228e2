package dev.rialto.web.console.webhook;

import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.webhook.DispatchLog;
import dev.rialto.webhook.SentNews;
import jakarta.inject.Inject;
import org.jspecify.annotations.Nullable;

/** One event on its way to one address: what is sent, and what came back at each try. */
@Route(
        path = "/webhooks/{webhook}/dispatches/{dispatch}",
        view = "webhook-dispatch",
        who = Who.SELLER,
        permission = "credential.edit")
public class DispatchPage implements ConsolePage {
    private final DispatchLog log;
    private @Nullable SentNews sent;

    @Inject
    public DispatchPage(DispatchLog log) {
        this.log = log;
    }

    @Override
    public Outcome open(Visit visit) {
        sent = log.one(visit.caller(), visit.id("webhook"), visit.id("dispatch"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("replay")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        log.replay(visit.caller(), visit.id("webhook"), visit.id("dispatch"));
        return Outcome.go(visit.path(), "done.webhook-replay");
    }

    @Override
    public String title(Visit visit) {
        return sent == null ? visit.say("page.webhook-dispatch") : eventId();
    }

    public @Nullable SentNews sent() {
        return sent;
    }

    public String eventId() {
        return sent == null ? "" : Ids.external("evt", sent.dispatch().eventId());
    }

    public boolean isWaiting() {
        return sent != null && sent.dispatch().state().equals("waiting");
    }
}
