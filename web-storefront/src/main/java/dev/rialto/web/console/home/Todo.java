package dev.rialto.web.console.home;

import dev.rialto.overview.Overview;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Something that waits: how often, what, and where it is done. */
public record Todo(String key, long count, String path, String permission) {

    /** What waits for the reader, of those things the reader may do. */
    static List<Todo> of(Map<String, Long> waiting, Visit visit) {
        return Stream.of(
                        todo("ship", "/orders?state=to_ship", "order.ship"),
                        todo("returns", "/returns", "order.edit"),
                        todo("deposits", "/deposits", "payment.confirm"),
                        todo("approvals", "/refunds?state=waiting", "payment.refund"),
                        todo("payouts", "/settlement/payouts", "payout.approve"),
                        todo("disputes", "/messages?state=disputed", "order.edit"),
                        todo("chargebacks", "/chargebacks", "payment.refund"),
                        todo("questions", "/questions", "goods.edit"),
                        todo("notices", "/notices", "seller.approve"),
                        todo("low", "/stock?show=low", "stock.edit"),
                        todo("sellers", "/sellers?state=applied", "seller.approve"),
                        todo("papers", "/verifications", "seller.approve"),
                        todo("shops", "/applications?state=submitted", "site.approve"),
                        todo("batches", "/code-batches", "code.approve"))
                .map(todo -> new Todo(todo.key(), waiting.getOrDefault(todo.key(), 0L), todo.path(), todo.permission()))
                .filter(todo -> todo.count() > 0 && visit.may(todo.permission()))
                .toList();
    }

    private static Todo todo(String key, String path, String permission) {
        return new Todo(key, 0, path, permission);
    }

    /** How many, as far as it was counted. */
    public String number(Visit visit) {
        return visit.show().number(count) + (count == Overview.MOST ? "+" : "");
    }
}
