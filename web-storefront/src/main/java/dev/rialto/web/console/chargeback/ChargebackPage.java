package dev.rialto.web.console.chargeback;

import dev.rialto.chargeback.AnswerChargeback;
import dev.rialto.chargeback.ChargebackView;
import dev.rialto.chargeback.Chargebacks;
import dev.rialto.chargeback.EvidenceView;
import dev.rialto.kernel.Ids;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One case: what the bank took and why, until when, what is shown to it, and the answer. */
@Route(path = "/chargebacks/{chargeback}", view = "chargeback", who = Who.OPERATOR, permission = "payment.refund")
public class ChargebackPage implements ConsolePage {
    private final Chargebacks chargebacks;
    private final StepUp stepUp;
    private @Nullable ChargebackView found;
    private List<EvidenceView> evidence = List.of();

    @Inject
    public ChargebackPage(Chargebacks chargebacks, StepUp stepUp) {
        this.chargebacks = chargebacks;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        found = chargebacks.view(visit.caller(), visit.id("chargeback"));
        evidence = chargebacks.evidence(visit.caller(), found.id());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID about = visit.id("chargeback");
        switch (action) {
            case "order", "shipment", "conversation" -> chargebacks.gather(visit.caller(), about, action);
            case "add-file" -> add(visit, about);
            case "remove" ->
                chargebacks.remove(
                        visit.caller(),
                        about,
                        visit.entries().id("piece").orElseThrow(ConsoleError.UNKNOWN_ACTION::now));
            case "accept" -> answer(visit, about, AnswerChargeback.Answer.ACCEPT);
            case "contest" -> answer(visit, about, AnswerChargeback.Answer.CONTEST);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        boolean answered = action.equals("accept") || action.equals("contest");
        return Outcome.go(visit.path(), answered ? "done.chargeback-" + action : "done.evidence");
    }

    private void add(Visit visit, UUID about) {
        Part file = visit.entries()
                .file("file")
                .orElseThrow(() -> ConsoleError.UNREADABLE_ENTRY.because("file", "required"));
        try (InputStream stream = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getSubmittedFileName(), "file");
            chargebacks.addFile(visit.caller(), about, name, stream);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void answer(Visit visit, UUID about, AnswerChargeback.Answer answer) {
        Entries entries = visit.entries();
        long version = entries.whole("version");
        entries.raise();
        stepUp.require(visit);
        chargebacks.answer(visit.caller(), new AnswerChargeback(about, answer, entries.text("note"), version));
    }

    @Override
    public String title(Visit visit) {
        return found == null ? visit.say("page.chargeback") : visit.say("page.chargeback") + " " + found.orderNumber();
    }

    public ChargebackView found() {
        return Objects.requireNonNull(found);
    }

    public List<EvidenceView> evidence() {
        return evidence;
    }

    public String tone() {
        return ChargebacksPage.tone(found().state());
    }

    public String orderPath() {
        return "/orders/" + Ids.external("order", found().orderId());
    }

    public String path(EvidenceView piece) {
        return "/chargebacks/" + Ids.external("chargeback", found().id()) + "/evidence/"
                + Ids.external("evidence", piece.id());
    }

    public long kilobytes(EvidenceView piece) {
        return Math.max(1, Math.round(piece.bytes() / 1024.0));
    }
}
