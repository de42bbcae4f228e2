package dev.rialto.web.console.money;

import dev.rialto.payment.BankAccountView;
import dev.rialto.payment.Deposits;
import dev.rialto.payment.NewBankAccount;
import dev.rialto.web.console.ConsoleError;
import dev.rialto.web.console.ConsolePage;
import dev.rialto.web.console.Option;
import dev.rialto.web.console.Outcome;
import dev.rialto.web.console.Route;
import dev.rialto.web.console.Section;
import dev.rialto.web.console.Visit;
import dev.rialto.web.console.Who;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;

/** The mall's accounts that shoppers transfer to; without one no bank transfer is offered in its currency. */
@Route(
        path = "/bank-accounts",
        view = "bank-accounts",
        who = Who.OPERATOR,
        permission = "payment.bank",
        menu = Section.SETTINGS,
        rank = 3)
public class BankAccountsPage implements ConsolePage {
    private final Deposits deposits;
    private List<BankAccountView> accounts = List.of();

    @Inject
    public BankAccountsPage(Deposits deposits) {
        this.deposits = deposits;
    }

    @Override
    public Outcome open(Visit visit) {
        accounts = deposits.accounts(visit.caller());
        return Outcome.show();
    }

    @Override
    public Outcome act(Visit visit, String action) {
        String bank = visit.entries().text("bank");
        switch (action) {
            case "add" -> {
                int position = deposits.accounts(visit.caller()).size();
                deposits.addAccount(
                        visit.caller(),
                        new NewBankAccount(
                                bank,
                                visit.entries().text("number"),
                                visit.entries().text("holder"),
                                visit.entries().text("currency"),
                                position));
            }
            case "remove" ->
                deposits.removeAccount(
                        visit.caller(), visit.entries().id("account").orElse(new UUID(0, 0)));
            default -> throw ConsoleError.UNKNOWN_ACTION.now();
        }
        return Outcome.go("/bank-accounts", "done.bank-" + action, bank);
    }

    public List<BankAccountView> accounts() {
        return accounts;
    }

    public String key(BankAccountView account) {
        return account.id().toString();
    }

    public List<Option> currencies(Visit visit) {
        return visit.house().currencies().stream()
                .map(currency -> new Option(currency, currency))
                .toList();
    }
}
