package dev.rialto.verification;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.io.InputStream;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;

/** A seller's own file: filled in, documented, submitted. */
@Stateless
@Boundary
public class Verifications {
    private static final int MOST_DOCUMENTS = 10;
    private static final int LONGEST_NAME = 120;
    private static final Set<String> KINDS = Set.of("registration", "tax", "bank", "other");

    private Database database;
    private VerificationRows rows;
    private Audit audit;
    private Clock clock;

    @Inject
    public Verifications(Database database, VerificationRows rows, Audit audit, Clock clock) {
        this.database = database;
        this.rows = rows;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Verifications() {}

    /** A document to be added. The kind is registration, tax, bank or other. */
    public record Upload(String kind, String fileName, InputStream content) {}

    /** A document with its content. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Content(String fileName, String mediaType, byte[] bytes) {}

    /** The caller's own file; who may not change it sees the bank account masked. */
    public VerificationView own(Caller caller) {
        Permissions.require(caller, Permissions.SELLER_VIEW);
        VerificationView file = rows.read(caller.requireTenant());
        return caller.may(Permissions.SELLER_EDIT) ? file : masked(file);
    }

    static VerificationView masked(VerificationView file) {
        return new VerificationView(
                file.seller(),
                file.sellerName(),
                file.sells(),
                file.state(),
                file.details().masked(),
                file.documents(),
                file.refusals(),
                file.problems(),
                file.submittedAt(),
                file.firstBy(),
                file.validUntil(),
                file.version());
    }

    /**
     * Keeps what was filled in, complete or not. An accepted file becomes a draft for its renewal; it holds until its day.
     *
     * @throws DomainException {@link VerificationError#VERIFICATION_INVALID} naming what is too long,
     *     {@link VerificationError#VERIFICATION_STATE} while it is before the mall,
     *     {@link VerificationError#VERIFICATION_CHANGED}
     */
    public void save(Caller caller, VerificationDetails details, long version) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        DetailsCheck.lengths(details).raise(VerificationError.VERIFICATION_INVALID);
        requireEditable(rows.take(caller.requireTenant(), version));
        database.sql()
                .createUpdate("""
                        insert into verification (tenant_id, state, sealed) values (:seller, 'draft', :sealed)
                        on conflict (tenant_id) do update set sealed = excluded.sealed, version = verification.version + 1,
                            state = 'draft'
                        """)
                .bind("seller", caller.requireTenant())
                .bind("sealed", rows.seal(details))
                .execute();
        audit.record(caller, Audit.Deed.of("verification.save", "seller", caller.requireTenant()));
    }

    /**
     * Hands the file to the mall.
     *
     * @throws DomainException {@link VerificationError#VERIFICATION_INVALID} naming all that is missing or wrong,
     *     {@link VerificationError#VERIFICATION_STATE}, {@link VerificationError#VERIFICATION_CHANGED}
     */
    public void submit(Caller caller, long version) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        VerificationView file = rows.take(caller.requireTenant(), version);
        requireEditable(file);
        if (!file.problems().isEmpty()) {
            throw VerificationError.VERIFICATION_INVALID.because(file.problems());
        }
        move(caller, VerificationState.SUBMITTED);
    }

    /** Takes a submitted file back, to change it. */
    public void withdraw(Caller caller, long version) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        VerificationView file = rows.take(caller.requireTenant(), version);
        if (!file.state().isWaiting()) {
            throw VerificationError.VERIFICATION_STATE.now();
        }
        move(caller, VerificationState.DRAFT);
    }

    private void move(Caller caller, VerificationState next) {
        database.sql()
                .createUpdate("""
                        update verification set state = :state, submitted_at = :now, version = version + 1
                        where tenant_id = :seller
                        """)
                .bind("state", next.stored())
                .bind("now", next == VerificationState.SUBMITTED ? clock.instant() : null)
                .bind("seller", caller.requireTenant())
                .execute();
        audit.record(caller, Audit.Deed.of("verification." + next.stored(), "seller", caller.requireTenant()));
    }

    /**
     * Adds a document, a PDF or a picture of five mebibytes at most.
     *
     * @return its id
     * @throws DomainException {@link VerificationError#DOCUMENT_UNKNOWN}, {@link VerificationError#DOCUMENT_TOO_LARGE},
     *     {@link VerificationError#VERIFICATION_INVALID}, {@link VerificationError#VERIFICATION_STATE}
     */
    public UUID addDocument(Caller caller, Upload upload) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        VerificationView file = rows.read(caller.requireTenant());
        requireEditable(file);
        checkUpload(upload, file);
        DocumentFile document = DocumentFile.of(upload.content());
        UUID id = Ids.next();
        begin(caller, file);
        database.sql()
                .createUpdate("""
                        insert into verification_document (id, tenant_id, kind, file_name, media_type, size_bytes, sealed, added_at)
                        values (:id, :seller, :kind, :name, :type, :size, :sealed, :now)
                        """)
                .bind("id", id)
                .bind("seller", caller.requireTenant())
                .bind("kind", upload.kind())
                .bind("name", plainName(upload.fileName()))
                .bind("type", document.mediaType())
                .bind("size", document.bytes().length)
                .bind("sealed", rows.seal(document.bytes()))
                .bind("now", clock.instant())
                .execute();
        audit.record(caller, Audit.Deed.of("verification.document", "seller", caller.requireTenant()));
        return id;
    }

    private static void checkUpload(Upload upload, VerificationView file) {
        if (!KINDS.contains(upload.kind())) {
            throw VerificationError.VERIFICATION_INVALID.because("kind", "unknown");
        }
        if (file.documents().size() >= MOST_DOCUMENTS) {
            throw VerificationError.VERIFICATION_INVALID.because("documents", "too_many_documents");
        }
    }

    /** The first document may come before the first word. */
    private void begin(Caller caller, VerificationView file) {
        database.sql()
                .createUpdate("""
                        insert into verification (tenant_id, state, sealed) values (:seller, 'draft', :sealed)
                        on conflict (tenant_id) do update set state = 'draft', version = verification.version + 1
                        """)
                .bind("seller", caller.requireTenant())
                .bind("sealed", rows.seal(file.details()))
                .execute();
    }

    private static String plainName(String name) {
        String plain = name.replaceAll("[\\p{Cntrl}/\\\\\"<>]", " ").strip();
        String fitting = plain.length() > LONGEST_NAME ? plain.substring(plain.length() - LONGEST_NAME) : plain;
        return fitting.isEmpty() ? "document" : fitting;
    }

    /** Removes a document of the caller's own file. */
    public void removeDocument(Caller caller, UUID document) {
        Permissions.require(caller, Permissions.SELLER_EDIT);
        VerificationView file = rows.read(caller.requireTenant());
        requireEditable(file);
        if (database.sql().execute("delete from verification_document where id = ?", document) == 0) {
            throw VerificationError.VERIFICATION_NOT_FOUND.now();
        }
        begin(caller, file);
        audit.record(caller, Audit.Deed.of("verification.document-removed", "seller", caller.requireTenant()));
    }

    /**
     * A document: of the caller's own file, or of any for those of the mall who decide. Reading it is noted.
     *
     * @throws DomainException {@link VerificationError#VERIFICATION_NOT_FOUND}
     */
    public Content document(Caller caller, UUID document) {
        Permissions.require(
                caller, caller.role() == Caller.Role.TENANT ? Permissions.SELLER_EDIT : Permissions.SELLER_APPROVE);
        Content sealed = database.sql()
                .createQuery("select file_name, media_type, sealed as bytes from verification_document where id = :id")
                .bind("id", document)
                .mapTo(Content.class)
                .findOne()
                .orElseThrow(VerificationError.VERIFICATION_NOT_FOUND::now);
        audit.record(caller, Audit.Deed.of("verification.document-read", "verification_document", document));
        return new Content(sealed.fileName(), sealed.mediaType(), rows.openBytes(sealed.bytes()));
    }

    private static void requireEditable(VerificationView file) {
        if (!file.state().isEditable()) {
            throw VerificationError.VERIFICATION_STATE.now();
        }
    }
}
