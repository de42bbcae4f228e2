package dev.rialto.hosting;

import java.net.IDN;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A domain of a storefront's own.
 *
 * @param host in ASCII, as it is kept and compared
 * @param token what the proof must say
 * @param reason what was wrong at the last look; null when nothing was
 * @param pointsHere does the name lead to the mall? null while nobody looked
 * @param failingSince when the proof was first missed; null while it is seen
 * @param primary is it the address that links and mails use?
 */
public record DomainView(
        UUID id,
        UUID tenantId,
        UUID siteId,
        String host,
        ProofMethod method,
        String token,
        DomainState state,
        @Nullable String reason,
        @Nullable Boolean pointsHere,
        Instant addedAt,
        @Nullable Instant checkedAt,
        @Nullable Instant provedAt,
        @Nullable Instant failingSince,
        boolean primary) {
    /** Path of the file that proves. */
    public static final String FILE = "/.well-known/rialto-site.txt";

    private static final String RECORD = "_rialto.";

    /** The name as its readers write it; the same as the host for names in ASCII. */
    public String unicode() {
        return IDN.toUnicode(host);
    }

    /** The name of the TXT record that proves. */
    public String recordName() {
        return RECORD + host;
    }

    /** What the record or the file says. */
    public String proof() {
        return "rialto-site=" + token;
    }

    /** The address of the file that proves. */
    public String fileAddress() {
        return "http://" + host + FILE;
    }
}
