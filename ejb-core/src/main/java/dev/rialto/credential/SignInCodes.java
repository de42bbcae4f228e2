package dev.rialto.credential;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Database;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.Permissions;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Sign-in at the mall for a storefront elsewhere: authorisation codes with PKCE (RFC 6749 section 4.1, RFC 7636). The
 * storefront never sees a password.
 */
@Stateless
@Boundary
public class SignInCodes {
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final int MOST_ADDRESSES = 10;
    private static final int LONGEST_ADDRESS = 500;

    private Database database;
    private Audit audit;
    private Clock clock;

    @Inject
    public SignInCodes(Database database, Audit audit, Clock clock) {
        this.database = database;
        this.audit = audit;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SignInCodes() {}

    /**
     * What a storefront asks of the sign-in page.
     *
     * @param clientId the storefront's credential
     * @param site the storefront on whose branded page it asks
     * @param redirectUri where the person is sent back to; one of those registered
     * @param challenge S256 of the verifier
     */
    public record Asked(String clientId, UUID site, String redirectUri, String challenge) {
        /** Is it all there, in its form? */
        public boolean isWellFormed() {
            return clientId.length() <= 100
                    && redirectUri.length() <= LONGEST_ADDRESS
                    && challenge.matches("[A-Za-z0-9_-]{43}");
        }
    }

    /** What a storefront shows for a code. */
    public record Shown(String clientId, String code, String redirectUri, String verifier) {
        @Override
        public String toString() {
            return "Shown[" + clientId + "]";
        }
    }

    /** Is the address registered for the credential, and does that stand for this storefront and work? */
    public boolean isRegistered(Caller caller, Asked asked) {
        return asked.isWellFormed()
                && database.sql()
                        .createQuery("""
                                select exists (
                                    select from credential c join seller s on s.id = c.tenant_id and s.state = 'active'
                                    where c.id = :client and c.site_id = :site and c.state = 'active'
                                      and (c.expires_at is null or c.expires_at > :now)
                                      and :address = any (c.redirect_uris))
                                """)
                        .bind("client", asked.clientId())
                        .bind("site", asked.site())
                        .bind("address", asked.redirectUri())
                        .bind("now", clock.instant())
                        .mapTo(boolean.class)
                        .one();
    }

    /**
     * A code for the member who is signed in, good once and for a minute.
     *
     * @param caller a worker that names the account
     * @throws DomainException {@link CredentialError#INVALID_CLIENT} when the request is not registered
     */
    public String issue(Caller caller, Asked asked) {
        UUID account = caller.signedIn().orElseThrow(CredentialError.INVALID_GRANT::now);
        if (!isRegistered(caller, asked)) {
            throw CredentialError.INVALID_CLIENT.now();
        }
        String code = Tokens.next();
        Instant now = clock.instant();
        database.sql().execute("delete from sign_in_code where expires_at < ?", now);
        database.sql()
                .createUpdate("""
                        insert into sign_in_code (code_hash, credential_id, site_id, account_id, redirect_uri, challenge,
                                                  created_at, expires_at)
                        values (:hash, :client, :site, :account, :address, :challenge, :now, :expires)
                        """)
                .bind("hash", Tokens.hash(code))
                .bind("client", asked.clientId())
                .bind("site", asked.site())
                .bind("account", account)
                .bind("address", asked.redirectUri())
                .bind("challenge", asked.challenge())
                .bind("now", now)
                .bind("expires", now.plus(GOOD_FOR))
                .execute();
        return code;
    }

    private record Kept(String credentialId, UUID siteId, UUID accountId, String redirectUri, String challenge) {}

    /**
     * Who stands behind a code; it is used up, whatever comes of it.
     *
     * @param caller a worker
     * @return empty when anything about it is wrong
     */
    public Optional<MemberToken> redeem(Caller caller, Shown shown) {
        return database.sql()
                .createQuery("""
                        delete from sign_in_code where code_hash = :hash and expires_at > :now
                        returning credential_id, site_id, account_id, redirect_uri, challenge
                        """)
                .bind("hash", Tokens.hash(shown.code()))
                .bind("now", clock.instant())
                .mapTo(Kept.class)
                .findOne()
                .filter(kept -> kept.credentialId().equals(shown.clientId())
                        && kept.redirectUri().equals(shown.redirectUri())
                        && MessageDigest.isEqual(bytes(kept.challenge()), bytes(challengeOf(shown.verifier()))))
                .map(kept -> new MemberToken(kept.accountId(), kept.siteId()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The S256 challenge of a verifier (RFC 7636). */
    public static String challengeOf(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    /** Does an address lie at one of the places registered for a credential? */
    public boolean isPlaceOf(Caller caller, String clientId, String address) {
        return addresses(caller, clientId).stream()
                .anyMatch(known -> origin(known).equals(origin(address)));
    }

    private static String origin(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() + "://" + uri.getRawAuthority();
        } catch (URISyntaxException noAddress) {
            return "";
        }
    }

    /** The addresses registered for a credential. */
    public List<String> addresses(Caller caller, String clientId) {
        return database.sql()
                .createQuery("select unnest(redirect_uris) from credential where id = :id")
                .bind("id", clientId)
                .mapTo(String.class)
                .list();
    }

    /**
     * Registers where people may be sent back to.
     *
     * @throws DomainException {@link CredentialError#INVALID_CREDENTIAL}, {@link CredentialError#CREDENTIAL_NOT_FOUND};
     *     the permission {@code credential.edit} is missing
     */
    public void register(Caller caller, String clientId, List<String> addresses) {
        Permissions.require(caller, Permissions.CREDENTIAL_EDIT);
        Violations wrong = new Violations();
        wrong.check(addresses.size() <= MOST_ADDRESSES, "redirectUris", "too_many", MOST_ADDRESSES);
        addresses.forEach(each -> wrong.check(isAddress(each), "redirectUris", "invalid"));
        wrong.raise(CredentialError.INVALID_CREDENTIAL);
        int changed = database.sql()
                .createUpdate("update credential set redirect_uris = :uris where id = :id and state <> 'revoked'")
                .bind("uris", addresses.toArray(String[]::new))
                .bind("id", clientId)
                .execute();
        if (changed == 0) {
            throw CredentialError.CREDENTIAL_NOT_FOUND.now();
        }
        audit.record(caller, Audit.Deed.of("credential.redirects", "credential", CredentialBook.uuidOf(clientId)));
    }

    private static boolean isAddress(String text) {
        try {
            URI uri = new URI(text);
            return text.length() <= LONGEST_ADDRESS
                    && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawUserInfo() == null
                    && uri.getRawFragment() == null
                    && uri.getRawQuery() == null;
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
