package dev.rialto.web.console.webhook;

import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.webhook.EndpointView;
import dev.rialto.webhook.Endpoints;
import dev.rialto.webhook.IssuedSecret;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses that a seller has told of changes. A fresh secret is shown in the answer to the form, this once. */
@Route(
        path = "/webhooks",
        view = "webhooks",
        who = Who.SELLER,
        permission = "credential.edit",
        menu = Section.SETTINGS,
        rank = 75)
public class WebhooksPage implements ConsolePage {
    private final Endpoints endpoints;
    private final EndpointForm form;
    private List<EndpointView> listed = List.of();
    private @Nullable IssuedSecret issued;

    @Inject
    public WebhooksPage(Endpoints endpoints, EndpointForm form) {
        this.endpoints = endpoints;
        this.form = form;
    }

    @Override
    public Outcome open(Visit visit) {
        listed = endpoints.list(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("add")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        issued = endpoints.add(visit.caller(), form.read(visit));
        return open(visit);
    }

    public List<EndpointView> listed() {
        return listed;
    }

    /** The secret that was just made; empty when none was. */
    public String secret() {
        return issued == null ? "" : issued.secret();
    }

    public String issuedPath() {
        return issued == null ? "" : "/webhooks/" + Ids.external("webhook", issued.endpointId());
    }

    public String path(EndpointView endpoint) {
        return "/webhooks/" + Ids.external("webhook", endpoint.id());
    }

    public String state(EndpointView endpoint) {
        return WebhookPage.stateOf(endpoint);
    }

    public String tone(EndpointView endpoint) {
        return WebhookPage.toneOf(endpoint);
    }

    public List<Option> types(Visit visit) {
        return EndpointForm.types(visit);
    }
}
