package dev.rialto.web.console.verification;

import dev.rialto.payout.Payable;
import dev.rialto.payout.PayoutReads;
import dev.rialto.verification.VerificationDetails;
import dev.rialto.verification.VerificationView;
import dev.rialto.verification.Verifications;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Entries;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import dev.rialto.web.console.access.StepUp;
import jakarta.inject.Inject;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The seller's checklist: what is filled in, what waits, what was sent back and why. */
@Route(
        path = "/verification",
        view = "verification",
        who = Who.SELLER,
        permission = "seller.view",
        menu = Section.SETTINGS,
        rank = 5)
public class VerificationPage implements ConsolePage {
    private static final String PATH = "/verification";

    private final Verifications files;
    private final StepUp stepUp;
    private final PayoutReads payouts;
    private @Nullable VerificationView file;
    private List<Payable> held = List.of();
    private boolean kept;

    @Inject
    public VerificationPage(Verifications files, StepUp stepUp, PayoutReads payouts) {
        this.files = files;
        this.stepUp = stepUp;
        this.payouts = payouts;
    }

    @Override
    public Outcome open(Visit visit) {
        file = files.own(visit.caller());
        if (visit.may("settlement.view")) {
            held = payouts.payables(visit.caller(), null).stream()
                    .filter(each -> each.amount() > 0 && !each.accepted())
                    .toList();
        }
        return Outcome.show();
    }

    /** What is settled and not paid out because the papers are not accepted, by currency. */
    public List<Payable> held() {
        return held;
    }

    @Override
    public Outcome act(Visit visit, String action) {
        switch (action) {
            case "save" -> save(visit);
            case "submit-filled" -> {
                save(visit);
                submit(visit);
            }
            case "submit" -> submit(visit);
            case "withdraw" -> files.withdraw(visit.caller(), visit.entries().whole("version"));
            case "add-document" -> add(visit);
            case "remove-document" ->
                files.removeDocument(
                        visit.caller(), visit.entries().id("document").orElseThrow(ConsoleError.UNKNOWN_ACTION::now));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go(PATH, "done.verification-" + action.replace("submit-filled", "submit"));
    }

    private void save(Visit visit) {
        Entries typed = visit.entries();
        long version = typed.whole("version");
        typed.raise();
        // the bank account that is paid to is among the details
        stepUp.require(visit);
        files.save(
                visit.caller(),
                new VerificationDetails(
                        typed.text("country"),
                        typed.text("legalName"),
                        typed.text("representative"),
                        typed.text("registrationNumber"),
                        typed.text("taxNumber"),
                        typed.text("address"),
                        typed.text("bankName"),
                        typed.text("bankAccount"),
                        typed.text("bankHolder"),
                        typed.text("contactEmail"),
                        typed.text("contactPhone")),
                version);
        kept = true;
    }

    /** What was just saved has a new version, which nobody else has seen. */
    private void submit(Visit visit) {
        files.submit(visit.caller(), files.own(visit.caller()).version());
    }

    private void add(Visit visit) {
        Optional<Part> chosen = visit.entries().file("file");
        visit.entries().check(chosen.isPresent(), "file", "required").raise();
        Part part = chosen.orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        String name = Optional.ofNullable(part.getSubmittedFileName()).orElse("");
        try (InputStream content = part.getInputStream()) {
            files.addDocument(
                    visit.caller(), new Verifications.Upload(visit.entries().text("kind"), name, content));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public @Nullable VerificationView file() {
        return file;
    }

    /** The version for the form: what was kept before the rest was refused has a new one already. */
    public String formVersion(Visit visit) {
        return kept ? String.valueOf(version()) : visit.freshVersion(version());
    }

    public long version() {
        return file == null ? 0 : file.version();
    }

    public List<Option> countries(Visit visit) {
        return Arrays.stream(Locale.getISOCountries())
                .map(code -> new Option(code, new Locale("", code).getDisplayCountry(visit.locale())))
                .sorted(Comparator.comparing(Option::label))
                .toList();
    }

    public List<Option> kinds(Visit visit) {
        return Stream.of("registration", "tax", "bank", "other")
                .map(kind -> new Option(kind, visit.say("verification.kind." + kind)))
                .toList();
    }

    public String key(Enum<?> word) {
        return VerificationWords.key(word);
    }

    public String tone(dev.rialto.verification.VerificationState state) {
        return VerificationWords.tone(state);
    }

    public String stepTone(VerificationView.StepState state) {
        return VerificationWords.tone(state);
    }

    public String document(UUID id) {
        return VerificationWords.documentPath(id);
    }
}
