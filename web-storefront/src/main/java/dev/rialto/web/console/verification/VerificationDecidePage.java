package dev.rialto.web.console.verification;

import dev.rialto.verification.VerificationDesk;
import dev.rialto.verification.VerificationItem;
import dev.rialto.verification.VerificationState;
import dev.rialto.verification.VerificationView;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One file before the mall: accepted by two people, or sent back with a reason per item. */
@Route(path = "/verifications/{seller}", view = "verification-decide", who = Who.OPERATOR, permission = "seller.view")
public class VerificationDecidePage implements ConsolePage {
    private final VerificationDesk desk;
    private @Nullable VerificationView file;
    private @Nullable UUID reader;

    @Inject
    public VerificationDecidePage(VerificationDesk desk) {
        this.desk = desk;
    }

    @Override
    public Outcome open(Visit visit) {
        file = desk.view(visit.caller(), visit.id("seller"));
        reader = visit.caller().account();
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        UUID seller = visit.id("seller");
        long version = visit.entries().whole("version");
        visit.entries().raise();
        switch (action) {
            case "accept" -> desk.accept(visit.caller(), seller, version);
            case "refuse" -> desk.refuse(visit.caller(), seller, version, reasons(visit));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        VerificationView now = desk.view(visit.caller(), seller);
        return Outcome.go(
                visit.path(), "done.verification-" + now.state().stored().replace('_', '-'), now.sellerName());
    }

    private static Map<VerificationItem, String> reasons(Visit visit) {
        Map<VerificationItem, String> reasons = new EnumMap<>(VerificationItem.class);
        for (VerificationItem item : VerificationItem.values()) {
            visit.entries().optional("reason." + item.stored()).ifPresent(reason -> reasons.put(item, reason));
        }
        return reasons;
    }

    @Override
    public String title(Visit visit) {
        return file == null ? visit.say("page.verifications") : file.sellerName();
    }

    public VerificationView file() {
        return Objects.requireNonNull(file);
    }

    /** Has the reader accepted it already, so that somebody else must be the second? */
    public boolean waitsForAnother() {
        return file().needsAnother(reader);
    }

    public boolean isSecond() {
        return file().state() == VerificationState.IN_REVIEW;
    }

    public List<VerificationItem> items() {
        return List.of(VerificationItem.values());
    }

    public String key(Enum<?> word) {
        return VerificationWords.key(word);
    }

    public String tone(VerificationState state) {
        return VerificationWords.tone(state);
    }

    public String document(UUID id) {
        return VerificationWords.documentPath(id);
    }
}
