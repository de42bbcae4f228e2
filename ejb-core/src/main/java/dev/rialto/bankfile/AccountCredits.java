package dev.rialto.bankfile;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.payment.PaymentGateway.AccountReport;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** Lists what came into accounts of single orders, a list for each gateway and day; for workers. */
@Stateless
@Boundary
public class AccountCredits {
    private Database database;
    private BankRows rows;
    private Clock clock;

    @Inject
    public AccountCredits(Database database, BankRows rows, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AccountCredits() {}

    /** The entry of a transfer, written when it is told for the first time. */
    public BankEntryView take(Caller caller, String gateway, AccountReport report) {
        LocalDate day = LocalDate.ofInstant(report.at(), ZoneOffset.UTC);
        UUID list = list(gateway, day);
        String reference = gateway + " " + report.eventId();
        rows.write(
                list,
                List.of(new Credit(
                        1, day, report.amount(), report.payer(), orderNumber(gateway, report.requestId()), reference)));
        return database.sql()
                .createQuery(BankRows.Row.SELECT + " where e.entry_key = :key")
                .bind("key", Tokens.hash(reference))
                .mapTo(BankRows.Row.class)
                .one()
                .view();
    }

    private UUID list(String gateway, LocalDate day) {
        String name = gateway + " " + day;
        database.sql()
                .createUpdate("""
                        insert into bank_file (id, name, kind, sha256, state, uploaded_at)
                        values (:id, :name, 'gateway', :key, 'read', :now) on conflict (sha256) do nothing
                        """)
                .bind("id", Ids.next())
                .bind("name", name)
                .bind("key", "accounts of " + name)
                .bind("now", clock.instant())
                .execute();
        return database.sql()
                .createQuery("select id from bank_file where sha256 = :key")
                .bind("key", "accounts of " + name)
                .mapTo(UUID.class)
                .one();
    }

    private String orderNumber(String gateway, String requestId) {
        return database.sql()
                .createQuery("""
                        select o.number from payment p join purchase o on o.id = p.order_id
                        where p.gateway = :gateway and p.request_id = :request
                        """)
                .bind("gateway", gateway)
                .bind("request", requestId)
                .mapTo(String.class)
                .findOne()
                .orElse(requestId);
    }
}
