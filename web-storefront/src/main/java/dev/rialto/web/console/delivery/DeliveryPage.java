package dev.rialto.web.console.delivery;

import dev.rialto.fulfilment.Deliveries;
import dev.rialto.fulfilment.DeliveryKind;
import dev.rialto.fulfilment.DeliveryMethod;
import dev.rialto.fulfilment.DeliveryRule;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** One delivery method: its names, where it goes and what it costs. */
@Route(path = "/delivery/{delivery}", view = "delivery", who = Who.SELLER, permission = "delivery.edit")
public class DeliveryPage implements ConsolePage {
    private static final int SPARE_LINES = 3;

    private final Deliveries deliveries;
    private @Nullable DeliveryMethod method;

    @Inject
    public DeliveryPage(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Outcome open(Visit visit) {
        if (!isNew(visit)) {
            method = find(visit);
        }
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("withdraw")) {
            DeliveryMethod gone = find(visit);
            deliveries.withdraw(visit.caller(), gone.id());
            return Outcome.go("/delivery", "done.delivery-off", visit.show().pick(gone.names()));
        }
        if (!action.equals("save")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        @Nullable UUID id = isNew(visit) ? null : find(visit).id();
        deliveries.save(visit.caller(), DeliveryForm.read(visit, id));
        return Outcome.go("/delivery", "done.delivery-saved");
    }

    @Override
    public String title(Visit visit) {
        return method == null ? visit.say("page.delivery.new") : visit.show().pick(method.names());
    }

    public @Nullable DeliveryMethod method() {
        return method;
    }

    public String kind() {
        return (method == null ? DeliveryKind.FLAT : method.kind()).name();
    }

    public List<Option> kinds(Visit visit) {
        return Arrays.stream(DeliveryKind.values())
                .map(kind -> new Option(kind.name(), visit.say("delivery.kind." + kind.name())))
                .toList();
    }

    public List<Option> taxClasses(Visit visit) {
        return List.of("standard", "reduced", "zero").stream()
                .map(code -> new Option(code, visit.say("tax." + code)))
                .toList();
    }

    public String name(String language) {
        return method == null ? "" : method.names().getOrDefault(language, "");
    }

    /** The countries by their names in the reader's language. */
    public String countries(Visit visit) {
        List<String> codes = method == null ? List.of("KR") : method.countries();
        return codes.stream().map(visit.show()::country).collect(Collectors.joining(", "));
    }

    public String freeFrom(String currency, Visit visit) {
        return method == null ? "" : visit.show().plain(method.freeFrom().get(currency), currency);
    }

    /** The numbers of the lines to fill: those there are and some spare ones. */
    public List<Integer> lines() {
        int filled = method == null ? 0 : method.rules().size();
        return IntStream.range(0, filled + SPARE_LINES).boxed().toList();
    }

    public String upToGrams(int line) {
        return rule(line).map(DeliveryRule::upToGrams).map(String::valueOf).orElse("");
    }

    public String regions(int line) {
        return rule(line)
                .map(DeliveryRule::regions)
                .map(regions -> String.join(", ", regions))
                .orElse("");
    }

    public String amount(int line, String currency, Visit visit) {
        Map<String, Long> amounts = rule(line).map(DeliveryRule::amounts).orElse(Map.of());
        return visit.show().plain(amounts.get(currency), currency);
    }

    private Optional<DeliveryRule> rule(int line) {
        return method == null || line >= method.rules().size()
                ? Optional.empty()
                : Optional.of(method.rules().get(line));
    }

    private DeliveryMethod find(Visit visit) {
        UUID id = visit.id("delivery");
        return deliveries.list(visit.caller(), visit.caller().requireTenant()).stream()
                .filter(one -> one.id().equals(id))
                .findFirst()
                .orElseThrow(ConsoleError.NO_SUCH_PAGE::now);
    }

    private static boolean isNew(Visit visit) {
        return visit.variable("delivery").equals("new");
    }
}
