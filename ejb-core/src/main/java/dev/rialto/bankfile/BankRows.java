package dev.rialto.bankfile;

import dev.rialto.kernel.Ids;
import dev.rialto.kernel.Money;
import dev.rialto.kernel.Page;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Writes and reads the credits of bank files, in sets. */
@ApplicationScoped
class BankRows {
    private static final int MOST = 200;

    private final Database database;

    @Inject
    BankRows(Database database) {
        this.database = database;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BankRows() {
        this(null);
    }

    /**
     * Keeps the credits that are not known yet, each with the order its text names and what that means; with one
     * statement. A second credit for the same order in one file is double.
     */
    int write(UUID file, List<Credit> credits) {
        Map<String, Integer> seen = new HashMap<>();
        List<String> keys = credits.stream().map(credit -> key(credit, seen)).toList();
        return database.sql()
                .createUpdate("""
                        with credit as (
                            select * from unnest(:ids::uuid[], :numbers::int[], :keys::text[], :days::date[],
                                                 :amounts::bigint[], :currencies::text[], :payers::text[], :messages::text[])
                                as c (id, number, entry_key, booked_on, amount, currency, payer, message)),
                        named as (
                            select c.*, o.id as order_id, p.state as payment, p.amount as due,
                                   row_number() over (partition by o.id order by c.number) as turn
                            from credit c
                            left join lateral (
                                select o.id, o.payment_id from regexp_matches(upper(c.message), 'R[0-9]{6,12}', 'g') as found
                                join purchase o on o.number = found[1] order by o.placed_at desc limit 1) o on true
                            left join payment p on p.id = o.payment_id and p.method = 'deposit' and p.currency = c.currency)
                        insert into bank_entry (id, file_id, number, entry_key, booked_on, amount, currency, payer, message,
                                                state, order_id, due)
                        select id, :file, number, entry_key, booked_on, amount, currency, payer, message,
                               case when payment is null then 'unmatched'
                                    when payment = 'captured' then 'double'
                                    when payment <> 'awaiting_deposit' then 'late'
                                    when amount < due then 'short'
                                    when turn > 1 then 'double'
                                    when amount > due then 'over'
                                    else 'matched' end,
                               case when payment is null then null else order_id end, due
                        from named on conflict (entry_key) do nothing
                        """)
                .bind("file", file)
                .bind("ids", credits.stream().map(any -> Ids.next()).toArray(UUID[]::new))
                .bind("numbers", credits.stream().map(Credit::number).toArray(Integer[]::new))
                .bind("keys", keys.toArray(String[]::new))
                .bind("days", credits.stream().map(c -> c.bookedOn().toString()).toArray(String[]::new))
                .bind("amounts", credits.stream().map(c -> c.amount().minor()).toArray(Long[]::new))
                .bind(
                        "currencies",
                        credits.stream().map(c -> c.amount().currency()).toArray(String[]::new))
                .bind(
                        "payers",
                        credits.stream().map(c -> shortened(c.payer(), 200)).toArray(String[]::new))
                .bind(
                        "messages",
                        credits.stream().map(c -> shortened(c.message(), 1_000)).toArray(String[]::new))
                .execute();
    }

    /** The bank's own reference; without one the content, counted where lines are equal. */
    private static String key(Credit credit, Map<String, Integer> seen) {
        if (!credit.reference().isEmpty()) {
            return Tokens.hash(credit.reference());
        }
        String content = credit.bookedOn() + "|" + credit.amount() + "|" + credit.payer() + "|" + credit.message();
        return Tokens.hash(content + "|" + seen.merge(content, 1, Integer::sum));
    }

    private static String shortened(String text, int longest) {
        return text.length() > longest ? text.substring(0, longest) : text;
    }

    /** An entry as read. */
    record Row(
            UUID id,
            UUID fileId,
            int number,
            LocalDate bookedOn,
            long amount,
            String currency,
            String payer,
            String message,
            String state,
            @Nullable UUID orderId,
            @Nullable String orderNumber,
            @Nullable Long due,
            long back,
            @Nullable String note,
            @Nullable UUID handledBy,
            @Nullable Instant handledAt,
            long version) {
        static final String SELECT = """
                select e.id, e.file_id, e.number, e.booked_on, e.amount, e.currency, e.payer, e.message, e.state, e.order_id,
                       o.number as order_number, e.due, e.back, e.note, e.handled_by, e.handled_at, e.version
                from bank_entry e left join purchase o on o.id = e.order_id
                """;

        BankEntryView view() {
            return new BankEntryView(
                    id,
                    fileId,
                    number,
                    bookedOn,
                    new Money(amount, currency),
                    payer,
                    message,
                    BankEntryState.ofStored(state),
                    orderId,
                    orderNumber,
                    due == null ? null : new Money(due, currency),
                    new Money(back, currency),
                    note,
                    handledBy,
                    handledAt,
                    version);
        }
    }

    Page<BankEntryView> list(EntryFilter filter) {
        int limit = Math.max(1, Math.min(filter.limit(), MOST));
        String[] after = cursor(filter.cursor());
        List<Row> found = database.sql()
                .createQuery(Row.SELECT + """
                        where (:file::uuid is null or e.file_id = :file)
                          and (:state::text is null or e.state = :state)
                          and (:text::text is null or strpos(lower(e.payer || ' ' || e.message), lower(:text)) > 0)
                          and (:day::date is null or (e.booked_on, e.id) < (:day::date, :id::uuid))
                        order by e.booked_on desc, e.id desc limit :limit
                        """)
                .bind("file", filter.fileId())
                .bind("state", filter.state() == null ? null : filter.state().stored())
                .bind("text", filter.text() == null ? null : filter.text().strip())
                .bind("day", after[0])
                .bind("id", after[1])
                .bind("limit", limit + 1)
                .mapTo(Row.class)
                .list();
        return Page.of(found, limit, Row::view, last -> last.bookedOn() + "_" + last.id());
    }

    private static @Nullable String[] cursor(@Nullable String text) {
        if (text == null) {
            return new @Nullable String[] {null, null};
        }
        if (!text.matches("\\d{4}-\\d\\d-\\d\\d_[0-9a-f-]{36}")) {
            throw BankFileError.ENTRY_INVALID.because("cursor", "malformed");
        }
        return text.split("_", 2);
    }
}
