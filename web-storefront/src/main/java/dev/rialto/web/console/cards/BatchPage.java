package dev.rialto.web.console.cards;

import dev.rialto.cardcode.BatchState;
import dev.rialto.cardcode.BatchView;
import dev.rialto.cardcode.CodeBatches;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One batch of codes: its progress, the second person's yes, export, labels, confirmation, and its end. */
@Route(path = "/code-batches/{batch}", view = "code-batch", permission = "code.view")
public class BatchPage implements ConsolePage {
    private final CodeBatches batches;
    private @Nullable BatchView batch;

    @Inject
    public BatchPage(CodeBatches batches) {
        this.batches = batches;
    }

    @Override
    public Outcome open(Visit visit) {
        batch = batches.view(visit.caller(), visit.id("batch"));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID id = visit.id("batch");
        switch (action) {
            case "export" -> {
                byte[] zip = batches.export(visit.caller(), id, visit.entries().secret("password"));
                return new Outcome.Send("codes.zip", "application/zip", zip);
            }
            case "labels" -> {
                return new Outcome.Send("labels.pdf", "application/pdf", batches.labels(visit.caller(), id));
            }
            case "approve" -> batches.approve(visit.caller(), id);
            case "cancel" -> batches.cancel(visit.caller(), id);
            case "resume" -> batches.resume(visit.caller(), id);
            case "confirm" -> batches.confirm(visit.caller(), id);
            case "void" -> batches.takeOut(visit.caller(), id, visit.entries().text("reason"));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(visit.path(), "done.batch-" + action);
    }

    public BatchView batch() {
        return Objects.requireNonNull(batch);
    }

    public boolean is(String state) {
        return batch().state().stored().equals(state);
    }

    /** Belongs it to the reader's own channel, so that he may act? */
    public boolean isOwn(Visit visit) {
        return batch().channelId().equals(visit.caller().tenant());
    }

    /** Did somebody else ask for it, so that the reader is the second person? */
    public boolean isOthers(Visit visit) {
        return visit.caller().account() != null && !visit.caller().account().equals(batch().askedBy());
    }

    public String tone() {
        return tone(batch().state());
    }

    static String tone(BatchState state) {
        return switch (state) {
            case AWAITS_APPROVAL, MAKING -> "chip-warn";
            case MADE, EXPORTED, CONFIRMED -> "chip-good";
            case CANCELLED, REFUSED, FAILED -> "chip-bad";
        };
    }
}
