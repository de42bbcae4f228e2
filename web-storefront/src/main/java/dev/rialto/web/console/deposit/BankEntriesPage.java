package dev.rialto.web.console.deposit;

import dev.rialto.bankfile.BankEntries;
import dev.rialto.bankfile.BankEntryState;
import dev.rialto.bankfile.BankEntryView;
import dev.rialto.bankfile.BankFileView;
import dev.rialto.bankfile.BankFiles;
import dev.rialto.bankfile.DecideEntry;
import dev.rialto.bankfile.EntryFilter;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Page;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The credits of one bank file, or of all: what each seems to be for, and what is decided (D80). */
@Route(path = "/deposits/entries", view = "bank-entries", who = Who.OPERATOR, permission = "payment.confirm")
public class BankEntriesPage implements ConsolePage {
    private static final int PAGE = 50;

    private final BankEntries entries;
    private final BankFiles files;
    private final StepUp stepUp;
    private Page<BankEntryView> found = new Page<>(List.of(), null);
    private @Nullable BankFileView file;

    @Inject
    public BankEntriesPage(BankEntries entries, BankFiles files, StepUp stepUp) {
        this.entries = entries;
        this.files = files;
        this.stepUp = stepUp;
    }

    @Override
    public Outcome open(Visit visit) {
        UUID id = Ids.parse("bankfile", visit.query("file")).orElse(null);
        file = id == null ? null : files.view(visit.caller(), id);
        BankEntryState state = Arrays.stream(BankEntryState.values())
                .filter(each -> each.stored().equals(visit.query("state")))
                .findFirst()
                .orElse(null);
        found = entries.list(
                visit.caller(),
                new EntryFilter(
                        id,
                        state,
                        visit.entries().optional("q").orElse(null),
                        visit.entries().optional("after").orElse(null),
                        PAGE));
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        stepUp.require(visit);
        if (action.equals("book-matched")) {
            UUID id = Ids.parse("bankfile", visit.query("file")).orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
            int booked = files.bookMatched(visit.caller(), id);
            return Outcome.go(back(visit), "done.bank-booked", String.valueOf(booked));
        }
        DecideEntry decision = decision(visit.entries(), action);
        switch (action.replaceFirst("\\..*", "")) {
            case "book" -> entries.book(visit.caller(), decision);
            case "send-back" -> entries.sendBack(visit.caller(), decision);
            case "sent" -> entries.sentBack(visit.caller(), decision);
            case "ignore" -> entries.ignore(visit.caller(), decision);
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(back(visit), "done.bank-entry");
    }

    /** Each entry has its own dialog, so the action names the entry. */
    private static DecideEntry decision(Entries form, String action) {
        UUID id = Ids.parse("entry", action.substring(action.indexOf('.') + 1))
                .orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        long version = form.whole("version");
        form.raise();
        return new DecideEntry(id, form.text("orderNumber"), form.text("reason"), version);
    }

    private static String back(Visit visit) {
        String file = visit.query("file");
        return file.matches("[a-z0-9_]+") ? visit.path() + "?file=" + file : visit.path();
    }

    public Page<BankEntryView> entries() {
        return found;
    }

    public @Nullable BankFileView file() {
        return file;
    }

    public List<String> states() {
        return Arrays.stream(BankEntryState.values())
                .map(BankEntryState::stored)
                .toList();
    }

    public String key(BankEntryView entry) {
        return Ids.external("entry", entry.id());
    }

    public String orderPath(BankEntryView entry) {
        return entry.orderId() == null ? "/orders" : "/orders/" + Ids.external("order", entry.orderId());
    }

    public boolean isOpen(BankEntryView entry) {
        return entry.state().isOpen();
    }

    public boolean isToSend(BankEntryView entry) {
        return entry.state() == BankEntryState.REFUND;
    }

    public String tone(BankEntryView entry) {
        return switch (entry.state()) {
            case MATCHED -> "chip-info";
            case SHORT, OVER, DOUBLE, LATE, UNMATCHED, REFUND -> "chip-warn";
            case BOOKED, REFUNDED -> "chip-good";
            case IGNORED -> "";
        };
    }
}
