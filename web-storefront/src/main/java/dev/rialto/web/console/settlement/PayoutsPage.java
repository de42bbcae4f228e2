package dev.rialto.web.console.settlement;

import dev.rialto.kernel.Ids;
import dev.rialto.payment.Deposits;
import dev.rialto.payout.Payable;
import dev.rialto.payout.PayoutReads;
import dev.rialto.payout.PayoutRunView;
import dev.rialto.payout.Payouts;
import dev.rialto.payout.PreparePayout;
import dev.rialto.payout.ReturnsRead;
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
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** Who could be paid and who not, why not, and the runs of payouts; a run is prepared here. */
@Route(
        path = "/settlement/payouts",
        view = "payouts",
        who = Who.OPERATOR,
        permission = "payout.prepare",
        menu = Section.SETTLEMENT,
        rank = 25)
public class PayoutsPage implements ConsolePage {
    private static final int MOST = 100;
    private static final int MOST_BYTES = 5_000_000;

    private final PayoutReads reads;
    private final Payouts payouts;
    private final Deposits deposits;
    private final StepUp stepUp;
    private final Clock clock;
    private List<Payable> payables = List.of();
    private List<PayoutRunView> runs = List.of();

    @Inject
    public PayoutsPage(PayoutReads reads, Payouts payouts, Deposits deposits, StepUp stepUp, Clock clock) {
        this.reads = reads;
        this.payouts = payouts;
        this.deposits = deposits;
        this.stepUp = stepUp;
        this.clock = clock;
    }

    @Override
    public Outcome open(Visit visit) {
        payables = reads.payables(visit.caller(), null);
        runs = reads.runs(visit.caller(), MOST);
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        if (action.equals("returns")) {
            return readReturns(visit);
        }
        if (!action.equals("prepare")) {
            throw ConsoleError.UNKNOWN_ACTION.now();
        }
        Entries entries = visit.entries();
        String[] chosen = entries.text("bankAccount").split(" ", 2);
        entries.check(chosen.length == 2, "bankAccount", "required");
        LocalDate day = RuleForm.day(entries, "executeOn").orElse(today(visit));
        entries.raise();
        UUID account = Ids.parse("bank", chosen[0]).orElseThrow(ConsoleError.UNKNOWN_ACTION::now);
        UUID run = payouts.prepare(visit.caller(), new PreparePayout(chosen[1], account, day));
        return Outcome.go(path(run), "done.payout-prepared");
    }

    private Outcome readReturns(Visit visit) {
        stepUp.require(visit);
        Part file = visit.entries().file("file").orElse(null);
        visit.entries().check(file != null, "file", "required").raise();
        try (InputStream content = Objects.requireNonNull(file).getInputStream()) {
            ReturnsRead read = payouts.readReturns(visit.caller(), content.readNBytes(MOST_BYTES));
            return Outcome.go(
                    visit.path(),
                    "done.payout-returns",
                    String.valueOf(read.booked()),
                    String.valueOf(read.known()),
                    read.unknown().isEmpty() ? "—" : String.join(", ", read.unknown()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private LocalDate today(Visit visit) {
        return LocalDate.ofInstant(clock.instant(), visit.house().zone());
    }

    public String firstDay(Visit visit) {
        return today(visit).toString();
    }

    public List<Payable> payables() {
        return payables;
    }

    public boolean isAnybodyPaid() {
        return payables.stream().anyMatch(Payable::isPaid);
    }

    /** Why a seller is left out of a run; empty when it is not. */
    public String reason(Payable payable, Visit visit) {
        if (payable.isPaid()) {
            return "";
        }
        return payable.amount() <= 0
                ? visit.say("payouts.carried")
                : visit.say(
                        "payouts.papers",
                        visit.say("state.verification." + payable.papers().stored()));
    }

    /** The mall's accounts, each with its currency. */
    public List<Option> accounts(Visit visit) {
        return visit.house().currencies().stream()
                .flatMap(currency -> deposits.accounts(visit.caller(), currency).stream())
                .map(account -> new Option(
                        Ids.external("bank", account.id()) + " " + account.currency(),
                        account.bank() + " " + account.number() + " (" + account.currency() + ")"))
                .toList();
    }

    public List<PayoutRunView> runs() {
        return runs;
    }

    /** The number of the run that waits with what is to be paid; empty when there is none. */
    public String inRun(Payable payable) {
        return runs.stream()
                .filter(run -> run.isPrepared() && run.currency().equals(payable.currency()))
                .map(PayoutRunView::number)
                .findFirst()
                .orElse("");
    }

    public String path(PayoutRunView run) {
        return path(run.id());
    }

    private static String path(UUID run) {
        return "/settlement/payouts/" + Ids.external("payoutrun", run);
    }

    public String tone(PayoutRunView run) {
        return PayoutWords.tone(run);
    }
}
