package dev.rialto.web.console.webhook;

import dev.rialto.platform.Outgoing;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Visit;
import dev.rialto.webhook.EditEndpoint;
import dev.rialto.webhook.EventType;
import dev.rialto.webhook.WebhookError;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;

/** Reads the form of an endpoint. Where its name leads to is looked up here, before any transaction begins. */
@Dependent
class EndpointForm {
    private final Outgoing outgoing;

    @Inject
    EndpointForm(Outgoing outgoing) {
        this.outgoing = outgoing;
    }

    EditEndpoint read(Visit visit) {
        EditEndpoint wanted = new EditEndpoint(
                visit.entries().text("url"),
                visit.entries().text("description"),
                visit.entries().all("types"));
        if (!wanted.url().isEmpty()) {
            outgoing.flawNow(wanted.url()).ifPresent(code -> {
                throw WebhookError.INVALID_WEBHOOK.because("url", code);
            });
        }
        return wanted;
    }

    /** The types to choose from. */
    static List<Option> types(Visit visit) {
        return EventType.codes().stream()
                .map(code -> new Option(code, visit.say("webhook.type." + code)))
                .toList();
    }
}
