package dev.rialto.web.checkout;

import dev.rialto.web.shop.Visit;

/** The form once more whose answer was lost: sent again it tells what came of it. */
public record UnansweredPage(String fingerprint, String method, String bank) {
    static UnansweredPage of(Visit visit) {
        return new UnansweredPage(visit.text("fingerprint"), visit.text("method"), visit.text("bank"));
    }
}
