package dev.rialto.bankfile;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.FieldError;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The files that were taken in, each once, and what the columns of each bank's tables mean. */
@ApplicationScoped
class BankFileBook {
    private final Database database;
    private final Clock clock;

    @Inject
    BankFileBook(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected BankFileBook() {
        this(null, null);
    }

    void refuseKnown(String hash) {
        database.sql()
                .createQuery("select name from bank_file where sha256 = :hash")
                .bind("hash", hash)
                .mapTo(String.class)
                .findOne()
                .ifPresent(name -> {
                    throw BankFileError.BANK_FILE_KNOWN.because(
                            List.of(new FieldError("file", "known", List.of(name))));
                });
    }

    record NewFile(
            UUID id,
            String name,
            String kind,
            String hash,
            boolean isRead,
            byte @Nullable [] content,
            @Nullable String header) {}

    void insert(Caller caller, NewFile file) {
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
            throw BankFileError.BANK_FILE_KNOWN.because(List.of(new FieldError("file", "known", List.of(file.name()))));
        }
    }

    /** What the columns of a table with these heads meant the last time. */
    Optional<CsvMapping> mapping(String header) {
        return database.sql()
                .createQuery("select mapping::text from bank_csv_mapping where header = :header")
                .bind("header", header)
                .mapTo(String.class)
                .findOne()
                .map(text -> Json.read(text, CsvMapping.class));
    }

    /** What is not read yet because its columns are to be named. */
    byte[] content(UUID file) {
        return database.sql()
                .createQuery("select content from bank_file where id = :id and state = 'mapping' for update")
                .bind("id", file)
                .mapTo(byte[].class)
                .findOne()
                .orElseThrow(BankFileError.BANK_FILE_NOT_FOUND::now);
    }

    /** Notes that a file is read, and what its columns mean for the next with these heads. */
    void read(Caller caller, UUID file, String header, CsvMapping mapping) {
        database.sql()
                .createUpdate("""
                        with known as (
                            insert into bank_csv_mapping (header, mapping, saved_by, saved_at)
                            values (:header, :mapping::jsonb, :by, :now)
                            on conflict (header) do update set mapping = excluded.mapping, saved_by = :by, saved_at = :now)
                        update bank_file set state = 'read', content = null where id = :id
                        """)
                .bind("header", header)
                .bind("mapping", Json.write(mapping))
                .bind("by", caller.account())
                .bind("now", clock.instant())
                .bind("id", file)
                .execute();
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

    List<BankFileView> latest(int limit) {
        return database
                .sql()
                .createQuery(FileRow.SELECT + " group by f.id order by f.uploaded_at desc, f.id desc limit :limit")
                .bind("limit", limit)
                .mapTo(FileRow.class)
                .stream()
                .map(FileRow::view)
                .toList();
    }

    BankFileView view(UUID file) {
        return database.sql()
                .createQuery(FileRow.SELECT + " where f.id = :id group by f.id")
                .bind("id", file)
                .mapTo(FileRow.class)
                .findOne()
                .map(FileRow::view)
                .orElseThrow(BankFileError.BANK_FILE_NOT_FOUND::now);
    }
}
