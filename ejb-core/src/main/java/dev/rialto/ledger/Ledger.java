package dev.rialto.ledger;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Money;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The double-entry books. Transfers are posted in the transaction of the event that causes them; the database refuses
 * one that does not balance, and lets nobody change one.
 */
@Stateless
@Boundary
public class Ledger {
    private Database database;
    private LedgerPosting posting;

    @Inject
    public Ledger(Database database, LedgerPosting posting) {
        this.database = database;
        this.posting = posting;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Ledger() {}

    /**
     * Books a paid order: for each sub-order the payer's side against seller, site, mall, delivery and tax. Two
     * statements for any number of sub-orders.
     *
     * @param caller a worker
     */
    public void postSale(Caller caller, Sale sale) {
        List<LedgerTransfer> transfers = new ArrayList<>();
        List<LedgerPosting.Fees> fees = new ArrayList<>();
        for (SubOrderSale sold : sale.subOrders()) {
            LedgerTransfer transfer = LedgerTransfer.sale(sale.orderId(), sale.paidInto(), sold);
            transfers.add(transfer);
            fees.add(new LedgerPosting.Fees(transfer.id(), sold));
        }
        posting.post(transfers, fees);
    }

    /**
     * Books that the money of a sale is authorised only; each part is taken later.
     *
     * @param caller a worker
     */
    public void postAuthorisation(Caller caller, Sale sale) {
        posting.post(sale.subOrders().stream()
                .map(sold -> LedgerTransfer.authorisation(sale.orderId(), sold.subOrderId(), sold.total()))
                .toList());
    }

    /**
     * Books that authorised money was taken.
     *
     * @param caller a worker
     */
    public void postCapture(Caller caller, UUID order, UUID subOrder, Money amount) {
        posting.post(List.of(LedgerTransfer.capture(order, subOrder, amount)));
    }

    /**
     * Books what a buyer paid for a dearer replacement, shared between seller, site and mall like the sale (D82).
     *
     * @param caller a worker
     */
    public void postExchange(Caller caller, ExchangeSale paid) {
        LedgerTransfer transfer = LedgerTransfer.exchange(paid);
        posting.post(List.of(transfer), List.of(new LedgerPosting.Fees(transfer.id(), paid.sold())));
    }

    /**
     * Books the mirror of a sale for what is given back (in proportion, exact when all of it is).
     *
     * @param caller a worker
     * @throws DomainException {@link LedgerError#REFUND_EXCEEDS_SALE} when the sale has less left
     */
    public void postRefund(Caller caller, RefundPosting refund) {
        List<RefundMirror> sales = posting.sales(refund.orderId(), refund.subOrderId(), refund.extraPaymentId());
        List<Long> left = sales.stream().map(sale -> sale.remaining().minor()).toList();
        if (refund.amount().minor() > left.stream().mapToLong(Long::longValue).sum()) {
            throw LedgerError.REFUND_EXCEEDS_SALE.because("amount", "too_much");
        }
        List<Money> parts = refund.amount().allocate(left);
        List<LedgerTransfer> transfers = new ArrayList<>();
        for (int i = 0; i < sales.size(); i++) {
            if (!parts.get(i).isZero()) {
                transfers.add(sales.get(i).part(parts.get(i), "refund " + refund.refundId()));
            }
        }
        if (!refund.released().isZero()) {
            transfers.add(LedgerTransfer.release(refund.orderId(), refund.subOrderId(), refund.released()));
        }
        posting.post(transfers);
    }

    /**
     * Books that a bank holds money of an order while it looks into a chargeback.
     *
     * @param caller a worker
     */
    public void postChargebackHold(Caller caller, UUID order, Money amount) {
        posting.post(List.of(LedgerTransfer.chargebackHold(order, amount)));
    }

    /**
     * Books that the bank gave it back.
     *
     * @param caller a worker
     */
    public void postChargebackWon(Caller caller, UUID order, Money amount) {
        posting.post(List.of(LedgerTransfer.chargebackWon(order, amount)));
    }

    /**
     * Books that the bank keeps it: seller, site and mall give back their shares of the sale, as far as it had not gone
     * back before.
     *
     * @param caller a worker
     */
    public void postChargebackLost(Caller caller, UUID order, Money amount) {
        List<RefundMirror> sales = posting.sales(order, null, null);
        List<Long> left = sales.stream().map(sale -> sale.remaining().minor()).toList();
        long most = left.stream().mapToLong(Long::longValue).sum();
        Money mirrored = new Money(Math.min(most, amount.minor()), amount.currency());
        List<LedgerTransfer> transfers = new ArrayList<>();
        if (!mirrored.isZero()) {
            List<Money> parts = mirrored.allocate(left);
            for (int i = 0; i < sales.size(); i++) {
                if (!parts.get(i).isZero()) {
                    transfers.add(sales.get(i).part("chargeback", parts.get(i), ""));
                }
            }
        }
        transfers.add(LedgerTransfer.chargebackLost(order, amount, mirrored));
        posting.post(transfers);
    }

    /**
     * Books a statement.
     *
     * @param caller a worker
     * @return the transfer's id; empty when the statement moves nothing
     */
    public Optional<UUID> postSettlement(Caller caller, SettlementPosting statement) {
        LedgerTransfer transfer = LedgerTransfer.settlement(statement);
        posting.post(List.of(transfer));
        return transfer.entries().isEmpty() ? Optional.empty() : Optional.of(transfer.id());
    }

    /**
     * Books money sent to a seller's bank.
     *
     * @param caller a worker
     */
    public void postPayout(Caller caller, PayoutPosting payout) {
        posting.post(List.of(LedgerTransfer.payout(payout)));
    }

    /**
     * Books money that a seller's bank sent back.
     *
     * @param caller a worker
     */
    public void postPayoutReturn(Caller caller, PayoutPosting payout) {
        posting.post(List.of(LedgerTransfer.payoutReturn(payout)));
    }

    /** The balances the caller may see, one per account: a seller's own, or all of the mall's. */
    public List<LedgerBalance> balances(Caller caller) {
        return database.sql().createQuery("""
                        select a.purpose, a.tenant_id, a.site_id, a.currency, sum(e.amount)::bigint as amount
                        from ledger_account a join ledger_entry e on e.account_id = a.id
                        group by a.id, a.purpose, a.tenant_id, a.site_id, a.currency
                        order by a.purpose, a.currency, a.id
                        limit 10000
                        """).mapTo(LedgerSum.class).stream()
                .map(LedgerSum::balance)
                .toList();
    }

    /** The balance of one account, zero when nothing was posted to it. */
    public Money balance(Caller caller, LedgerPurpose purpose, @Nullable UUID tenant, String currency) {
        return new Money(
                database.sql()
                        .createQuery("""
                                select coalesce(sum(e.amount), 0)::bigint
                                from ledger_account a join ledger_entry e on e.account_id = a.id
                                where a.purpose = :purpose and a.currency = :currency
                                  and (:tenant::uuid is null or a.tenant_id = :tenant)
                                """)
                        .bind("purpose", purpose.stored())
                        .bind("currency", currency)
                        .bind("tenant", tenant)
                        .mapTo(long.class)
                        .one(),
                currency);
    }

    private record LedgerSum(
            String purpose,
            @Nullable UUID tenantId,
            @Nullable UUID siteId,
            String currency,
            long amount) {
        LedgerBalance balance() {
            return new LedgerBalance(LedgerPurpose.ofStored(purpose), tenantId, siteId, new Money(amount, currency));
        }
    }
}
