package dev.rialto.web.console.home;

import dev.rialto.overview.Overview;
import dev.rialto.overview.Waiting;
import dev.rialto.web.console.Visit;
import java.util.List;
import java.util.stream.Stream;

/** Something that waits: how often, what, and where it is done. */
public record Todo(String key, long count, String path, String permission) {

    /** What waits for the reader, of those things the reader may do. */
    static List<Todo> of(Waiting waiting, Visit visit) {
        return Stream.of(
                        new Todo("ship", waiting.toShip(), "/orders?state=to_ship", "order.ship"),
                        new Todo("returns", waiting.returns(), "/returns", "order.edit"),
                        new Todo("deposits", waiting.deposits(), "/deposits", "payment.confirm"),
                        new Todo("approvals", waiting.approvals(), "/refunds?state=waiting", "payment.refund"),
                        new Todo("disputes", waiting.disputes(), "/messages?state=disputed", "order.edit"),
                        new Todo("chargebacks", waiting.chargebacks(), "/chargebacks", "payment.refund"),
                        new Todo("low", waiting.low(), "/stock?show=low", "stock.edit"),
                        new Todo("sellers", waiting.sellers(), "/sellers?state=applied", "seller.approve"),
                        new Todo("shops", waiting.shops(), "/applications?state=submitted", "site.approve"))
                .filter(todo -> todo.count() > 0 && visit.may(todo.permission()))
                .toList();
    }

    /** How many, as far as it was counted. */
    public String number(Visit visit) {
        return visit.show().number(count) + (count == Overview.MOST ? "+" : "");
    }
}
