package dev.rialto.bankfile;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes the bank's files in; everything needs {@code payment.confirm} (D80). */
@Stateless
@Boundary
public class BankFiles {
    private static final Logger LOG = System.getLogger(BankFiles.class.getName());

    /** Largest file in bytes. */
    public static final int LARGEST = 5_000_000;

    private static final int MOST_ENTRIES = 10_000;

    private Database database;
    private BankRows rows;
    private BankEntries entries;
    private Audit audit;
    private Clock clock;

    @Inject
    public BankFiles(Database database, BankRows rows, BankEntries entries, Audit audit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.entries = entries;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BankFiles() {}

    /**
     * Takes a file in. A statement, and a table whose heads are known, is read at once: its credits are listed with what
     * they seem to be for, and nothing is booked yet.
     *
     * @return the file; not read yet when its columns are to be named: {@link #table}, {@link #name}
     * @throws DomainException {@link BankFileError#BANK_FILE_INVALID}, {@link BankFileError#BANK_FILE_KNOWN},
     *     {@link BankFileError#BANK_FILE_TOO_LARGE}
     */
    public BankFileView take(Caller caller, String name, byte[] content) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        if (content.length > LARGEST) {
            throw new DomainException(BankFileError.BANK_FILE_TOO_LARGE, "file", "too_large");
        }
        String hash = sha256(content);
        refuseKnown(hash);
        UUID id = Ids.next();
        String shown = name.length() > 200 ? name.substring(0, 200) : name;
        if (isXml(content)) {
            List<Credit> credits = checked(Camt053.read(content));
            insert(caller, new NewFile(id, shown, "camt053", hash, true, null, null));
            rows.write(id, credits);
        } else {
            CsvTable table = CsvTable.read(content);
            checked(table.rows());
            Optional<CsvMapping> known = remembered(table.header());
            List<Credit> credits = known.map(table::credits).orElse(List.of());
            insert(
                    caller,
                    new NewFile(
                            id,
                            shown,
                            "csv",
                            hash,
                            known.isPresent(),
                            known.isPresent() ? null : content,
                            table.header()));
            rows.write(id, credits);
        }
        audit.record(caller, Audit.Deed.of("bank_file.take", "bank_file", id).because(shown));
        return view(id);
    }

    private static boolean isXml(byte[] content) {
        String start = new String(content, 0, Math.min(200, content.length), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static <T> List<T> checked(List<T> lines) {
        if (lines.size() > MOST_ENTRIES) {
            throw new DomainException(
                    BankFileError.BANK_FILE_TOO_LARGE,
                    List.of(new FieldError("file", "too_many_lines", List.of(String.valueOf(MOST_ENTRIES)))));
        }
        return lines;
    }

    private void refuseKnown(String hash) {
        database.sql()
                .createQuery("select name from bank_file where sha256 = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne()
                .ifPresent(name -> {
                    throw new DomainException(
                            BankFileError.BANK_FILE_KNOWN, List.of(new FieldError("file", "known", List.of(name))));
                });
    }

    private record NewFile(
            UUID id,
            String name,
            String kind,
            String hash,
            boolean isRead,
            byte @Nullable [] content,
            @Nullable String header) {}

    private void insert(Caller caller, NewFile file) {
        int written = database.sql()
                .createUpdate("""
                        insert into bank_file (id, name, kind, sha256, state, content, header, uploaded_by, uploaded_at)
                        values (:id, :name, :kind, :hash, :state, :content, :header, :by, :now)
                        on conflict (sha256) do nothing
                        """)
                .bind("id", file.id())
                .bind("name", file.name())
                .bind("kind", file.kind())
                .bind("hash", file.hash())
                .bind("state", file.isRead() ? "read" : "mapping")
                .bind("content", file.content())
                .bind("header", file.header())
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .execute();
        if (written == 0) {
            throw new DomainException(
                    BankFileError.BANK_FILE_KNOWN, List.of(new FieldError("file", "known", List.of(file.name()))));
        }
    }

    private Optional<CsvMapping> remembered(String header) {
        return database.sql()
                .createQuery("select mapping::text from bank_csv_mapping where header = :header")
                .bind("header", header)
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, CsvMapping.class));
    }

    /** The table of a file whose columns are to be named, or {@link BankFileError#BANK_FILE_NOT_FOUND}. */
    public BankFileView.Table table(Caller caller, UUID file) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        CsvTable table = CsvTable.read(content(file));
        String name = view(file).name();
        return new BankFileView.Table(
                name,
                table.columns(),
                table.sample(),
                remembered(table.header()).orElse(null));
    }

    private byte[] content(UUID file) {
        return database.sql()
                .createQuery("select content from bank_file where id = :id and state = 'mapping' for update")
                .bind("id", file)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(() -> new DomainException(BankFileError.BANK_FILE_NOT_FOUND));
    }

    /**
     * Says which column means what, reads the file, and remembers it for the next with these heads.
     *
     * @throws DomainException {@link BankFileError#BANK_FILE_INVALID} naming fields or lines
     */
    public BankFileView name(Caller caller, UUID file, CsvMapping mapping) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        CsvTable table = CsvTable.read(content(file));
        mapping.check(table.columns());
        List<Credit> credits = table.credits(mapping);
        database.sql()
                .createUpdate("""
                        with known as (
                            insert into bank_csv_mapping (header, mapping, saved_by, saved_at)
                            values (:header, :mapping::jsonb, :by, :now)
                            on conflict (header) do update set mapping = excluded.mapping, saved_by = :by, saved_at = :now)
                        update bank_file set state = 'read', content = null where id = :id
                        """)
                .bind("header", table.header())
                .bind("mapping", Json.write(mapping))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("id", file)
                .execute();
        rows.write(file, credits);
        return view(file);
    }

    /**
     * Books every matched credit of a file, each in a transaction of its own; one that does not fit any more stays in the
     * list.
     *
     * @return how many were booked
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public int bookMatched(Caller caller, UUID file) {
        int booked = 0;
        EntryFilter matched = new EntryFilter(file, BankEntryState.MATCHED, null, null, 200);
        String cursor = null;
        do {
            var page = entries.list(
                    caller, new EntryFilter(matched.fileId(), matched.state(), null, cursor, matched.limit()));
            for (BankEntryView entry : page.items()) {
                booked += isBooked(caller, entry) ? 1 : 0;
            }
            cursor = page.next();
        } while (cursor != null);
        return booked;
    }

    private boolean isBooked(Caller caller, BankEntryView entry) {
        String reason = "bank file, line " + entry.number() + ": " + entry.payer();
        String why = reason.length() > 500 ? reason.substring(0, 500) : reason;
        try {
            return entries.book(caller, new DecideEntry(entry.id(), "", why, entry.version()))
                            .state()
                    == BankEntryState.BOOKED;
        } catch (DomainException refused) {
            // paid or ended meanwhile, or the goods are gone: it stays in the list, where staff see it
            LOG.log(
                    Level.INFO,
                    "bank entry {0} is left to staff: {1}",
                    entry.id(),
                    refused.code().code());
            return false;
        }
    }

    private record FileRow(
            UUID id,
            String name,
            String kind,
            String state,
            @Nullable UUID uploadedBy,
            Instant uploadedAt,
            long entries,
            long matched,
            long open) {
        static final String SELECT = """
                select f.id, f.name, f.kind, f.state, f.uploaded_by, f.uploaded_at, count(e.id) as entries,
                       count(e.id) filter (where e.state = 'matched') as matched,
                       count(e.id) filter (where e.state in ('short', 'over', 'double', 'late', 'unmatched', 'refund')) as open
                from bank_file f left join bank_entry e on e.file_id = f.id
                """;

        BankFileView view() {
            return new BankFileView(
                    id, name, kind, state.equals("read"), uploadedBy, uploadedAt, entries, matched, open);
        }
    }

    /** The latest files. */
    public List<BankFileView> latest(Caller caller, int limit) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        return database
                .sql()
                .createQuery(FileRow.SELECT + " group by f.id order by f.uploaded_at desc, f.id desc limit :limit")
                .bind("limit", limit)
                .mapTo(FileRow.class)
                .stream()
                .map(FileRow::view)
                .toList();
    }

    /** One file, or {@link BankFileError#BANK_FILE_NOT_FOUND}. */
    public BankFileView view(Caller caller, UUID file) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        return view(file);
    }

    private BankFileView view(UUID file) {
        return database.sql()
                .createQuery(FileRow.SELECT + " where f.id = :id group by f.id")
                .bind("id", file)
                .mapTo(FileRow.class)
                .findOne()
                .map(FileRow::view)
                .orElseThrow(() -> new DomainException(BankFileError.BANK_FILE_NOT_FOUND));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(Objects.requireNonNull(content)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
