package dev.rialto.verification;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Database;
import dev.rialto.platform.Json;
import dev.rialto.platform.MasterKey;
import dev.rialto.verification.VerificationView.StoredDocument;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of files, sealed and opened. */
@ApplicationScoped
class VerificationRows {
    private final Database database;
    private final MasterKey master;

    @Inject
    VerificationRows(Database database, MasterKey master) {
        this.database = database;
        this.master = master;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VerificationRows() {
        this(null, null);
    }

    /**
     * The file as the running transaction sees it; an empty one before anything was filled in.
     *
     * @throws DomainException {@link VerificationError#VERIFICATION_NOT_FOUND}
     */
    VerificationView read(UUID seller) {
        Row row = database.sql()
                .createQuery("""
                        select s.id, s.name, s.sells, coalesce(v.state, 'draft') as state, v.sealed,
                               coalesce(v.refusals, '{}')::text as refusals, v.submitted_at, v.first_by, v.valid_until,
                               coalesce(v.version, 0) as version, s.country, s.legal_name,
                               s.registration_number, s.address, s.email, s.phone
                        from seller s left join verification v on v.tenant_id = s.id where s.id = :seller
                        """)
                .bind("seller", seller)
                .mapTo(Row.class)
                .findOne()
                .orElseThrow(VerificationError.VERIFICATION_NOT_FOUND::now);
        return view(row, documents(seller));
    }

    /** The same, taken in hand until the transaction ends. */
    VerificationView take(UUID seller, long version) {
        database.sql()
                .select("select tenant_id from verification where tenant_id = ? for no key update", seller)
                .mapTo(UUID.class)
                .findOne();
        VerificationView found = read(seller);
        if (found.version() != version) {
            throw VerificationError.VERIFICATION_CHANGED.because("version", "stale");
        }
        return found;
    }

    private VerificationView view(Row row, List<StoredDocument> documents) {
        VerificationDetails details = row.sealed() == null ? row.known() : details(row.sealed());
        return new VerificationView(
                row.id(),
                row.name(),
                row.sells(),
                VerificationState.valueOf(row.state().toUpperCase(Locale.ROOT)),
                details,
                documents,
                refusals(row.refusals()),
                DetailsCheck.problems(details, documents.size()),
                row.submittedAt(),
                row.firstBy(),
                row.validUntil(),
                row.version());
    }

    private static Map<VerificationItem, String> refusals(String json) {
        Map<VerificationItem, String> reasons = new EnumMap<>(VerificationItem.class);
        Map<String, String> stored = Json.read(json, new TypeReference<>() {});
        stored.forEach((name, reason) -> VerificationItem.named(name).ifPresent(item -> reasons.put(item, reason)));
        return reasons;
    }

    private List<StoredDocument> documents(UUID seller) {
        return database.sql()
                .createQuery("""
                        select id, kind, file_name, media_type, size_bytes, added_at from verification_document
                        where tenant_id = :seller order by added_at, id limit 50
                        """)
                .bind("seller", seller)
                .mapTo(StoredDocument.class)
                .list();
    }

    byte[] seal(VerificationDetails details) {
        return master.seal(Json.write(details).getBytes(StandardCharsets.UTF_8));
    }

    byte[] seal(byte[] document) {
        return master.seal(document);
    }

    byte[] openBytes(byte[] sealed) {
        return master.open(sealed);
    }

    /** What was filled in. */
    VerificationDetails details(byte[] sealed) {
        return Json.read(new String(master.open(sealed), StandardCharsets.UTF_8), VerificationDetails.class);
    }

    /** A row with what the application already told, which a new file begins with. */
    @SuppressWarnings("ArrayRecordComponent")
    record Row(
            UUID id,
            String name,
            boolean sells,
            String state,
            byte @Nullable [] sealed,
            String refusals,
            @Nullable Instant submittedAt,
            @Nullable UUID firstBy,
            @Nullable LocalDate validUntil,
            long version,
            @Nullable String country,
            @Nullable String legalName,
            @Nullable String registrationNumber,
            @Nullable String address,
            String email,
            @Nullable String phone) {

        VerificationDetails known() {
            return new VerificationDetails(
                    known(country),
                    known(legalName),
                    "",
                    known(registrationNumber),
                    "",
                    known(address),
                    "",
                    "",
                    "",
                    email,
                    known(phone));
        }

        private static String known(@Nullable String text) {
            return text == null ? "" : text;
        }
    }
}
