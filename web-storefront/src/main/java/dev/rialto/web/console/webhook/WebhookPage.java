package dev.rialto.web.console.webhook;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Subject;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.webhook.DispatchLog;
import dev.rialto.webhook.DispatchView;
import dev.rialto.webhook.EndpointView;
import dev.rialto.webhook.Endpoints;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One address that is told of changes: its settings, how it fares, and what was sent to it. */
@Route(path = "/webhooks/{webhook}", view = "webhook", who = Who.SELLER, permission = "credential.edit")
public class WebhookPage implements ConsolePage {
    private static final int SHOWN = 50;
    private static final List<String> STATES = List.of("waiting", "done", "given_up");

    private final Endpoints endpoints;
    private final DispatchLog log;
    private final EndpointForm form;
    private @Nullable EndpointView endpoint;
    private Page<DispatchView> listed = new Page<>(List.of(), null);
    private String secret = "";

    @Inject
    public WebhookPage(Endpoints endpoints, DispatchLog log, EndpointForm form) {
        this.endpoints = endpoints;
        this.log = log;
        this.form = form;
    }

    @Override
    public Outcome open(Visit visit) {
        endpoint = endpoints.one(visit.caller(), visit.id("webhook"));
        String state = visit.query("state");
        listed = log.list(
                visit.caller(), endpoint.id(), STATES.contains(state) ? state : "", visit.query("after"), SHOWN);
        return Outcome.show();
    }

    @Override
    public Optional<Subject> edits(Visit visit) {
        return Optional.of(new Subject("webhook_endpoint", visit.id("webhook")));
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID id = visit.id("webhook");
        return switch (action) {
            case "save" -> {
                endpoints.edit(visit.caller(), id, form.read(visit), version(visit));
                yield Outcome.go(visit.path(), "done.webhook-saved");
            }
            case "test" -> {
                UUID test = endpoints.test(visit.caller(), id);
                yield Outcome.go(visit.path() + "/dispatches/" + Ids.external("dispatch", test), "done.webhook-test");
            }
            case "replay" -> {
                int count = log.replayGivenUp(
                        visit.caller(), endpoints.one(visit.caller(), id).id());
                yield Outcome.go(visit.path(), "done.webhook-replayed", String.valueOf(count));
            }
            case "rotate" -> {
                secret = endpoints.rotate(visit.caller(), id, version(visit)).secret();
                yield open(visit);
            }
            default -> move(visit, id, action);
        };
    }

    private Outcome move(Visit visit, UUID id, String action) {
        String host = host(endpoints.one(visit.caller(), id));
        switch (action) {
            case "pause" -> endpoints.pause(visit.caller(), id, version(visit));
            case "resume" -> endpoints.resume(visit.caller(), id, version(visit));
            case "remove" -> {
                endpoints.remove(visit.caller(), id, version(visit));
                return Outcome.go("/webhooks", "done.webhook-removed", host);
            }
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.webhook-" + action, host);
    }

    private static long version(Visit visit) {
        long version = visit.entries().whole("version");
        visit.entries().raise();
        return version;
    }

    @Override
    public String title(Visit visit) {
        return endpoint == null ? visit.say("page.webhook") : host(endpoint);
    }

    private static String host(EndpointView endpoint) {
        return Objects.requireNonNullElse(URI.create(endpoint.url()).getHost(), endpoint.url());
    }

    public @Nullable EndpointView endpoint() {
        return endpoint;
    }

    public Page<DispatchView> listed() {
        return listed;
    }

    /** The secret that was just made; empty when none was. */
    public String secret() {
        return secret;
    }

    public String path(DispatchView dispatch, Visit visit) {
        return visit.path() + "/dispatches/" + Ids.external("dispatch", dispatch.id());
    }

    public List<String> states() {
        return STATES;
    }

    public List<Option> types(Visit visit) {
        return EndpointForm.types(visit);
    }

    public boolean wants(String type) {
        return endpoint != null && endpoint.types().contains(type);
    }

    public String state() {
        return endpoint == null ? "" : stateOf(endpoint);
    }

    public String tone() {
        return endpoint == null ? "" : toneOf(endpoint);
    }

    /** Active, paused, gone, resting or failing. */
    static String stateOf(EndpointView endpoint) {
        if (!endpoint.isActive()) {
            return "gone".equals(endpoint.pausedBecause()) ? "gone" : "paused";
        }
        if (endpoint.restingUntil() != null) {
            return "resting";
        }
        return endpoint.failures() > 0 ? "failing" : "active";
    }

    static String toneOf(EndpointView endpoint) {
        return switch (stateOf(endpoint)) {
            case "active" -> "chip-good";
            case "paused" -> "";
            case "failing" -> "chip-warn";
            default -> "chip-bad";
        };
    }
}
