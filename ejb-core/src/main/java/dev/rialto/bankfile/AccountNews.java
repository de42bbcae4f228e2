package dev.rialto.bankfile;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.MallNote;
import dev.rialto.payment.CallBack;
import dev.rialto.payment.PaymentDesk;
import dev.rialto.payment.PaymentGateway.AccountReport;
import dev.rialto.platform.Boundary;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Money that came into accounts of single orders, as the gateway tells of it: listed like a credit of a bank's file. What
 * is due is booked at once; what is short, over, late or unknown is left to staff.
 */
@Stateless
@Boundary
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class AccountNews {
    private static final Logger LOG = System.getLogger(AccountNews.class.getName());

    private PaymentDesk payments;
    private AccountCredits credits;
    private BankEntries entries;

    @Inject
    public AccountNews(PaymentDesk payments, AccountCredits credits, BankEntries entries) {
        this.payments = payments;
        this.credits = credits;
        this.entries = entries;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AccountNews() {}

    /**
     * Takes a gateway's call-back in when it tells of money in an account; told twice it is listed once.
     *
     * @param caller a worker
     * @return the entry; empty when it tells something else
     * @throws DomainException the payment's {@code bad_signature}, {@code unknown_gateway}
     */
    public Optional<UUID> receiveCallBack(Caller caller, String gateway, CallBack callBack) {
        Optional<AccountReport> told = payments.readAccount(caller, gateway, callBack);
        return told.map(report -> {
            BankEntryView entry = credits.take(caller, gateway, report);
            if (entry.state() == BankEntryState.MATCHED) {
                book(caller, entry);
            }
            return entry.id();
        });
    }

    private void book(Caller caller, BankEntryView entry) {
        try {
            entries.book(caller, new DecideEntry(entry.id(), "", MallNote.VIRTUAL_ACCOUNT.text(), entry.version()));
        } catch (DomainException refused) {
            // ended meanwhile, or the goods are gone: it stays in the list, where staff see it
            LOG.log(
                    Level.WARNING,
                    "bank entry {0} is left to staff: {1}",
                    entry.id(),
                    refused.code().code());
        }
    }
}
