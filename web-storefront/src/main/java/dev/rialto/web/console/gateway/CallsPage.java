package dev.rialto.web.console.gateway;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.gateway.CallFilter;
import dev.rialto.gateway.Calls;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The calls of the gateway, a seller's own or all for the mall: what, when, how it went (A12, A14, A35). */
@Route(path = "/gateway/calls", view = "calls", permission = "credential.edit", menu = Section.SETTINGS, rank = 70)
public class CallsPage implements ConsolePage {
    private static final int SHOWN = 50;
    private static final int IN_FILE = 5000;
    private static final List<String> KINDS = List.of(
            "goods",
            "categories",
            "site",
            "page",
            "picture",
            "stock",
            "cart",
            "session",
            "checkout",
            "order",
            "orders",
            "payment",
            "returns",
            "member",
            "import",
            "report",
            "webhook",
            "token",
            "certificate",
            "other",
            "unknown");
    private static final Set<String> PARAMETERS =
            Set.of("category", "sort", "cursor", "limit", "facets", "width", "changed_since", "state", "after");

    /** What is sent along is not kept: whoever repeats the call has it. */
    private static final String BODY =
            "-H 'Content-Type: application/json' -H \"Idempotency-Key: $(uuidgen)\" --data @body.json ";

    private final Calls calls;
    private final Settings settings;
    private Page<Calls.Listed> listed = new Page<>(List.of(), null);

    @Inject
    public CallsPage(Calls calls, Settings settings) {
        this.calls = calls;
        this.settings = settings;
    }

    @Override
    public Outcome open(Visit visit) {
        if (visit.query("as").equals("csv")) {
            return file(visit);
        }
        listed = calls.list(visit.caller(), filter(visit, SHOWN));
        return Outcome.show();
    }

    private static CallFilter filter(Visit visit, int limit) {
        String kind = visit.query("kind");
        String status = visit.query("status");
        String after = visit.query("after");
        return new CallFilter(
                KINDS.contains(kind) ? kind : "",
                visit.query("credential"),
                status.matches("[2-5]") ? Integer.parseInt(status) : 0,
                null,
                start(visit, "from", 0),
                start(visit, "until", 1),
                after.isEmpty() ? null : after,
                limit);
    }

    private static @Nullable Instant start(Visit visit, String name, int daysLater) {
        try {
            return Optional.of(visit.query(name))
                    .filter(text -> !text.isEmpty())
                    .map(LocalDate::parse)
                    .map(day -> day.plusDays(daysLater)
                            .atStartOfDay(visit.house().zone())
                            .toInstant())
                    .orElse(null);
        } catch (DateTimeParseException noDay) {
            return null;
        }
    }

    private Outcome file(Visit visit) {
        CsvFile file = new CsvFile(
                "at",
                "seller",
                "credential",
                "kind",
                "method",
                "path",
                "factor",
                "status",
                "code",
                "rows",
                "ms",
                "request");
        for (Calls.Listed call :
                calls.list(visit.caller(), filter(visit, IN_FILE)).items()) {
            file.add(
                    call.at().toString(),
                    text(call.sellerName()),
                    text(call.credentialId()),
                    call.kind(),
                    call.method(),
                    call.path(),
                    call.factor(),
                    String.valueOf(call.status()),
                    text(call.code()),
                    String.valueOf(call.rows()),
                    millis(call),
                    call.requestId());
        }
        return new Outcome.Send("gateway-calls.csv", "text/csv; charset=utf-8", file.bytes());
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }

    public Page<Calls.Listed> listed() {
        return listed;
    }

    /** Milliseconds with one decimal. */
    public String millis(Calls.Listed call) {
        return call.micros() / 1000 + "." + call.micros() / 100 % 10;
    }

    /** The same call for a terminal; the token is left to whoever has one. */
    public String curl(Calls.Listed call) {
        Map<String, String> factor = Json.read(call.factor(), new TypeReference<>() {});
        String parameters = factor.entrySet().stream()
                .filter(each ->
                        PARAMETERS.contains(each.getKey()) || each.getKey().startsWith("option."))
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        String address =
                settings.address(settings.apiHost(), call.path()) + (parameters.isEmpty() ? "" : "?" + parameters);
        String method = call.method().equals("GET") ? "" : "-X " + call.method() + " " + BODY;
        return "curl " + method + "-H \"Authorization: Bearer $TOKEN\" '" + address.replace("'", "%27") + "'";
    }

    /** Was anything looked for? */
    public boolean isFiltered(Visit visit) {
        return !(visit.query("kind")
                        + visit.query("credential")
                        + visit.query("status")
                        + visit.query("from")
                        + visit.query("until"))
                .isEmpty();
    }

    public List<Option> kinds(Visit visit) {
        return KINDS.stream()
                .map(kind -> new Option(kind, visit.say("calls.kind." + kind)))
                .toList();
    }

    public List<Option> outcomes(Visit visit) {
        return List.of(
                new Option("2", visit.say("calls.answered")),
                new Option("3", visit.say("calls.unchanged")),
                new Option("4", visit.say("calls.refused")),
                new Option("5", visit.say("calls.failed")));
    }
}
