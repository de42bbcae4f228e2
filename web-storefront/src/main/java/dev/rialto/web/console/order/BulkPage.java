package dev.rialto.web.console.order;

import dev.rialto.fulfilment.Fulfilment;
import dev.rialto.fulfilment.ShipSubOrder;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.order.Orders;
import dev.rialto.order.PickingPart;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.CsvFile;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * The chosen parts as they are packed: the picking list to look at and to take along, and the form that ships them
 * together. Each ships by itself: one that cannot is told of and keeps none back.
 */
@Route(path = "/orders/bulk", view = "orders-bulk", permission = "order.view")
public class BulkPage implements ConsolePage {
    private final Orders orders;
    private final Fulfilment fulfilment;
    private final List<String> refused = new ArrayList<>();
    private List<PickingPart> parts = List.of();

    @Inject
    public BulkPage(Orders orders, Fulfilment fulfilment) {
        this.orders = orders;
        this.fulfilment = fulfilment;
    }

    @Override
    public Outcome open(Visit visit) {
        parts = orders.picking(visit.caller(), chosen(visit));
        if (visit.query("as").equals("csv")) {
            return new Outcome.Send("picking-list.csv", "text/csv; charset=utf-8", csv().bytes());
        }
        return Outcome.show();
    }

    private static List<UUID> chosen(Visit visit) {
        return visit.entries().all("part").stream()
                .map(text -> Ids.parse("part", text))
                .flatMap(Optional::stream)
                .distinct()
                .toList();
    }

    private CsvFile csv() {
        CsvFile file = new CsvFile(
                "order", "seller", "name", "address", "phone", "note", "delivery", "goods", "variant", "sku", "pieces");
        parts.forEach(part -> part.lines().forEach(line -> add(file, part, line)));
        return file;
    }

    private static void add(CsvFile file, PickingPart part, PickingPart.Line line) {
        file.add(
                part.number(),
                part.sellerName(),
                orEmpty(part.name()),
                orEmpty(part.address()),
                orEmpty(part.phone()),
                orEmpty(part.note()),
                part.deliveryName(),
                line.title(),
                line.variantTitle(),
                orEmpty(line.sku()),
                String.valueOf(line.left()));
    }

    private static String orEmpty(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (!action.equals("ship")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        Entries entries = visit.entries();
        String carrier = entries.text("carrier");
        entries.check(!carrier.isEmpty(), "carrier", "required").raise();
        int shipped = 0;
        for (UUID part : chosen(visit)) {
            shipped += isShipped(visit, part, carrier) ? 1 : 0;
        }
        if (!refused.isEmpty()) {
            return open(visit);
        }
        return Outcome.go("/orders?state=shipped", "done.bulk-shipped", String.valueOf(shipped));
    }

    private boolean isShipped(Visit visit, UUID part, String carrier) {
        String key = Ids.external("part", part);
        long version = visit.entries().wholeOrNone("version." + key).orElse(0L);
        try {
            fulfilment.ship(
                    visit.caller(),
                    new ShipSubOrder(
                            part,
                            carrier,
                            visit.entries().optional("tracking." + key).orElse(null),
                            Map.of(),
                            version));
            return true;
        } catch (DomainException e) {
            // the others ship all the same; the page names the one that did not
            String code = "refused." + e.code().code();
            String why = visit.phrases().has(code) ? visit.say(code) : e.code().code();
            refused.add(visit.entries().text("number." + key) + ": " + why);
            return false;
        }
    }

    public List<PickingPart> parts() {
        return parts;
    }

    /** What could not be shipped, and why. */
    public List<String> refused() {
        return refused;
    }

    public String key(PickingPart part) {
        return Ids.external("part", part.id());
    }

    public String path(PickingPart part) {
        return "/orders/" + Ids.external("order", part.orderId());
    }

    public String tone(PickingPart part) {
        return OrderWords.tone(part.state());
    }

    public boolean isShippable(PickingPart part) {
        return part.state().isShippable();
    }

    public boolean isAnyShippable() {
        return parts.stream().anyMatch(this::isShippable);
    }
}
