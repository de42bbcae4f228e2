package dev.rialto.web.console.chargeback;

import dev.rialto.chargeback.Chargebacks;
import dev.rialto.payment.PaymentGateway.Evidence;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;

/** Hands a piece of evidence out as a file; no browser shows it as a page of the console. */
@Route(
        path = "/chargebacks/{chargeback}/evidence/{evidence}",
        view = "chargeback",
        who = Who.OPERATOR,
        permission = "payment.refund")
public class EvidencePage implements ConsolePage {
    private final Chargebacks chargebacks;

    @Inject
    public EvidencePage(Chargebacks chargebacks) {
        this.chargebacks = chargebacks;
    }

    @Override
    public Outcome open(Visit visit) {
        Evidence piece = chargebacks.open(visit.caller(), visit.id("chargeback"), visit.id("evidence"));
        visit.response().setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
        return new Outcome.Send(piece.name(), piece.mediaType(), piece.content());
    }
}
