package dev.rialto.settlement;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Money;
import dev.rialto.ledger.Ledger;
import dev.rialto.ledger.SettlementPosting;
import dev.rialto.platform.Database;
import dev.rialto.settlement.SettlementWork.Party;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** Writes statements. */
@ApplicationScoped
class StatementBook {
    private static final int NUMBER_DIGITS = 10;

    private final Database database;
    private final StatementLines lines;
    private final Ledger ledger;

    @Inject
    StatementBook(Database database, StatementLines lines, Ledger ledger) {
        this.database = database;
        this.lines = lines;
        this.ledger = ledger;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StatementBook() {
        this(null, null, null);
    }

    long count(UUID period) {
        return database.sql()
                .select("select count(*) from settlement_statement where period_id = ?", period)
                .mapTo(long.class)
                .one();
    }

    /** Those with something before the period's end that no statement has, or with a reserve whose day has come. */
    List<Party> waiting(PeriodBook.Closing period, Instant end, int limit) {
        return database.sql()
                .createQuery("""
                        select tenant_id, site_id, currency from (
                            select tenant_id, site_id, currency from unsettled_entries(:end)
                            union
                            select s.tenant_id, s.site_id, s.currency from settlement_statement s
                            where s.reserve > 0 and s.release_on < :until
                              and not exists (select from settlement_line l where l.kind = 'release' and l.original_id = s.id)
                        ) party
                        where not exists (select from settlement_statement s where s.period_id = :period
                            and s.tenant_id = party.tenant_id and s.site_id = party.site_id and s.currency = party.currency)
                        order by tenant_id, site_id, currency limit :limit
                        """)
                .bind("end", end)
                .bind("until", period.untilOn())
                .bind("period", period.id())
                .bind("limit", limit)
                .mapTo(Party.class)
                .list();
    }

    /**
     * Writes one statement with its lines and books it; does nothing when it is there. Nothing of it tells when or by whom
     * it was written: it is dated by the moment its period was asked for.
     */
    void write(Caller caller, PeriodBook.Closing period, Instant end, Party party) {
        UUID id = id(period, party);
        if (!take(id)) {
            return;
        }
        int count = lines.write(id, party, period, end);
        StatementLines.Sums sums = lines.sums(id, party);
        long kept = sums.earned() > 0 ? share(sums.earned(), period.reserveBp()) : 0;
        if (kept > 0) {
            lines.keep(id, ++count, party, kept, end);
        }
        UUID transfer = ledger.postSettlement(
                        caller,
                        new SettlementPosting(
                                party.tenantId(),
                                party.siteId(),
                                new Money(sums.seller(), party.currency()),
                                new Money(sums.delivery(), party.currency()),
                                new Money(sums.tax(), party.currency()),
                                new Money(kept - sums.released(), party.currency()),
                                number(period, id)))
                .orElse(null);
        insert(
                new Statement(
                        id,
                        number(period, id),
                        period.id(),
                        sums.opening(),
                        sums.all() - kept,
                        kept,
                        period.untilOn().plusDays(period.reserveDays()),
                        count,
                        transfer,
                        period.askedAt()),
                party);
    }

    /** One writer of a statement at a time; the second finds it there. */
    private boolean take(UUID id) {
        database.sql()
                .createQuery("select pg_advisory_xact_lock(hashtextextended(:id, 0)) is null")
                .bind("id", id.toString())
                .mapTo(boolean.class)
                .one();
        return database.sql()
                .select("select id from settlement_statement where id = ?", id)
                .mapTo(UUID.class)
                .findOne()
                .isEmpty();
    }

    /** The same whoever writes it, so that a run that goes on after a crash writes what the first would have written. */
    private static UUID id(PeriodBook.Closing period, Party party) {
        String name = period.id() + "|" + party.tenantId() + "|" + party.siteId() + "|" + party.currency();
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String number(PeriodBook.Closing period, UUID id) {
        String digits = id.toString().replace("-", "").substring(0, NUMBER_DIGITS);
        return "S" + period.fromOn().format(DateTimeFormatter.BASIC_ISO_DATE) + "-" + digits.toUpperCase(Locale.ROOT);
    }

    private static long share(long of, int basisPoints) {
        return BigDecimal.valueOf(of)
                .multiply(BigDecimal.valueOf(basisPoints, 4))
                .setScale(0, RoundingMode.HALF_UP)
                .longValueExact();
    }

    private record Statement(
            UUID id,
            String number,
            UUID periodId,
            long opening,
            long total,
            long reserve,
            LocalDate releaseOn,
            int lines,
            @org.jspecify.annotations.Nullable UUID transferId,
            Instant askedAt) {}

    private void insert(Statement statement, Party party) {
        database.sql()
                .createUpdate("""
                        insert into settlement_statement (id, number, period_id, tenant_id, site_id, currency, opening, total,
                            closing, reserve, release_on, lines, transfer_id, closed_at)
                        values (:id, :number, :periodId, :tenantId, :siteId, :currency, :opening, :total,
                            :opening + :total, :reserve, :releaseOn, :lines, :transferId, :askedAt)
                        """)
                .bindMethods(party)
                .bind("id", statement.id())
                .bind("number", statement.number())
                .bind("periodId", statement.periodId())
                .bind("opening", statement.opening())
                .bind("total", statement.total())
                .bind("reserve", statement.reserve())
                .bind("releaseOn", statement.releaseOn())
                .bind("lines", statement.lines())
                .bind("transferId", statement.transferId())
                .bind("askedAt", statement.askedAt())
                .execute();
    }
}
