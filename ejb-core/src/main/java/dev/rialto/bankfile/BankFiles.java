package dev.rialto.bankfile;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.FieldError;
import dev.rialto.kernel.Ids;
import dev.rialto.kernel.MallNote;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
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
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** Takes the bank's files in; everything needs {@code payment.confirm} (D80). */
@Stateless
@Boundary
public class BankFiles {
    private static final Logger LOG = System.getLogger(BankFiles.class.getName());

    /** Largest file in bytes. */
    public static final int LARGEST = 5_000_000;

    private static final int MOST_ENTRIES = 10_000;

    private BankFileBook files;
    private BankRows rows;
    private BankEntries entries;
    private Audit audit;

    @Inject
    public BankFiles(BankFileBook files, BankRows rows, BankEntries entries, Audit audit) {
        this.files = files;
        this.rows = rows;
        this.entries = entries;
        this.audit = audit;
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
            throw BankFileError.BANK_FILE_TOO_LARGE.because("file", "too_large");
        }
        String hash = sha256(content);
        files.refuseKnown(hash);
        UUID id = Ids.next();
        String shown = name.length() > 200 ? name.substring(0, 200) : name;
        if (isXml(content)) {
            List<Credit> credits = checked(Camt053.read(content));
            files.insert(caller, new BankFileBook.NewFile(id, shown, "camt053", hash, true, null, null));
            rows.write(id, credits);
        } else {
            CsvTable table = CsvTable.read(content);
            checked(table.rows());
            Optional<CsvMapping> known = files.mapping(table.header());
            List<Credit> credits = known.map(table::credits).orElse(List.of());
            files.insert(
                    caller,
                    new BankFileBook.NewFile(
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
        return files.view(id);
    }

    private static boolean isXml(byte[] content) {
        String start = new String(content, 0, Math.min(200, content.length), StandardCharsets.UTF_8);
        return start.replace("\uFEFF", "").stripLeading().startsWith("<");
    }

    private static <T> List<T> checked(List<T> lines) {
        if (lines.size() > MOST_ENTRIES) {
            throw BankFileError.BANK_FILE_TOO_LARGE.because(
                    List.of(new FieldError("file", "too_many_lines", List.of(String.valueOf(MOST_ENTRIES)))));
        }
        return lines;
    }

    /** The table of a file whose columns are to be named, or {@link BankFileError#BANK_FILE_NOT_FOUND}. */
    public BankFileView.Table table(Caller caller, UUID file) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        CsvTable table = CsvTable.read(files.content(file));
        String name = files.view(file).name();
        return new BankFileView.Table(
                name,
                table.columns(),
                table.sample(),
                files.mapping(table.header()).orElse(null));
    }

    /**
     * Says which column means what, reads the file, and remembers it for the next with these heads.
     *
     * @throws DomainException {@link BankFileError#BANK_FILE_INVALID} naming fields or lines
     */
    public BankFileView name(Caller caller, UUID file, CsvMapping mapping) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        CsvTable table = CsvTable.read(files.content(file));
        mapping.check(table.columns());
        List<Credit> credits = table.credits(mapping);
        files.read(caller, file, table.header(), mapping);
        rows.write(file, credits);
        return files.view(file);
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
        String reason = MallNote.BANK_FILE.text(entry.number(), entry.payer());
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

    /** The latest files. */
    public List<BankFileView> latest(Caller caller, int limit) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        return files.latest(limit);
    }

    /** One file, or {@link BankFileError#BANK_FILE_NOT_FOUND}. */
    public BankFileView view(Caller caller, UUID file) {
        Permissions.require(caller, Permissions.PAYMENT_CONFIRM);
        return files.view(file);
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
