package dev.rialto.credential;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.platform.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/**
 * Signs and verifies the gateway's tokens. Keys and the state of credentials are kept in memory for a second at most, so
 * that a call costs no statement and a suspension is in force within that second.
 */
@ApplicationScoped
public class AccessTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    static final String AUDIENCE = "rialto-gateway";
    static final JOSEObjectType TYPE = new JOSEObjectType("at+jwt");
    private static final Form FORM = new Form(TYPE, AUDIENCE, LIFETIME);
    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration KEYS_FRESH = Duration.ofMinutes(5);
    private static final Caller WORKER = Caller.worker("tokens");
    private static final int MOST_REMEMBERED = 10_000;

    private final Clock clock;
    private final String issuer;
    private final Instance<CredentialBook> credentials;
    private final Instance<SigningKeys> keys;
    private final Map<String, Remembered> clients = new ConcurrentHashMap<>();
    private volatile Keyring keyring = Keyring.EMPTY;

    @Inject
    public AccessTokens(
            Clock clock, Settings settings, Instance<CredentialBook> credentials, Instance<SigningKeys> keys) {
        this.clock = clock;
        this.issuer = settings.address(settings.apiHost(), "");
        this.credentials = credentials;
        this.keys = keys;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected AccessTokens() {
        this.clock = Clock.systemUTC();
        this.issuer = "";
        this.credentials = null;
        this.keys = null;
    }

    /** What a kind of tokens has in common. */
    record Form(JOSEObjectType type, String audience, Duration lifetime) {}

    AccessToken sign(GatewayClient client, Instant now) {
        String token = signed(
                FORM, client.credential(), claims -> claims.claim("scope", String.join(" ", client.scopes())), now);
        return new AccessToken(token, LIFETIME, client.scopes());
    }

    String signed(Form form, String subject, Consumer<JWTClaimsSet.Builder> more, Instant now) {
        ECKey key = keyring(now).signer();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer)
                .audience(form.audience())
                .subject(subject)
                .jwtID(UUID.randomUUID().toString())
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plus(form.lifetime())));
        more.accept(claims);
        SignedJWT token = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.ES256)
                        .type(form.type())
                        .keyID(key.getKeyID())
                        .build(),
                claims.build());
        try {
            token.sign(new ECDSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the signing key does not sign", e);
        }
        return token.serialize();
    }

    /**
     * The program that a bearer token stands for.
     *
     * @throws DomainException {@link CredentialError#INVALID_TOKEN} when signature, type, issuer, audience or time is
     *     wrong; {@link CredentialError#SUSPENDED}
     */
    public GatewayClient verify(String token) {
        return client(proven(token, FORM).getSubject(), clock.instant());
    }

    /**
     * The claims of a token of this form.
     *
     * @throws DomainException {@link CredentialError#INVALID_TOKEN}
     */
    JWTClaimsSet proven(String token, Form form) {
        Instant now = clock.instant();
        try {
            SignedJWT signed = SignedJWT.parse(token);
            Keyring ring = keyring(now);
            if (!ring.knows(signed.getHeader().getKeyID()) && ring.isOlderThan(FRESH, now)) {
                ring = reload(now);
            }
            if (!form.type().equals(signed.getHeader().getType())) {
                throw CredentialError.INVALID_TOKEN.now();
            }
            JWTClaimsSet claims = ring.processor().process(signed, null);
            requireGood(claims, form, now);
            return claims;
        } catch (ParseException | BadJOSEException | JOSEException e) {
            throw CredentialError.INVALID_TOKEN.now();
        }
    }

    private void requireGood(JWTClaimsSet claims, Form form, Instant now) {
        boolean good = issuer.equals(claims.getIssuer())
                && claims.getAudience().equals(List.of(form.audience()))
                && claims.getSubject() != null
                && claims.getExpirationTime() != null
                && now.isBefore(claims.getExpirationTime().toInstant())
                && claims.getIssueTime() != null
                && !claims.getIssueTime().toInstant().isAfter(now.plus(FRESH))
                && !claims.getIssueTime()
                        .toInstant()
                        .plus(form.lifetime())
                        .isBefore(claims.getExpirationTime().toInstant());
        if (!good) {
            throw CredentialError.INVALID_TOKEN.now();
        }
    }

    private GatewayClient client(String credential, Instant now) {
        Remembered known = clients.get(credential);
        if (known != null && now.isBefore(known.at().plus(FRESH))) {
            return known.client();
        }
        clients.remove(credential);
        GatewayClient client = credentials.get().client(WORKER, credential);
        if (clients.size() >= MOST_REMEMBERED) {
            clients.clear();
        }
        clients.put(credential, new Remembered(client, now));
        return client;
    }

    /** The public keys, for those who verify tokens themselves (RFC 7517). */
    public String publicKeys() {
        return keyring(clock.instant()).published().toString(true);
    }

    private Keyring keyring(Instant now) {
        Keyring ring = keyring;
        return ring.isFreshAt(now) ? ring : reload(now);
    }

    private Keyring reload(Instant now) {
        Keyring ring = Keyring.of(keys.get().current(WORKER), now);
        keyring = ring;
        return ring;
    }

    private record Remembered(GatewayClient client, Instant at) {}

    private record Keyring(
            List<ECKey> keys, JWKSet published, DefaultJWTProcessor<SecurityContext> processor, Instant readAt) {
        static final Keyring EMPTY = of(List.of(), Instant.EPOCH);

        static Keyring of(List<ECKey> keys, Instant now) {
            JWKSet published = new JWKSet(keys.stream().map(JWK::toPublicJWK).toList());
            DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
            processor.setJWSTypeVerifier(new DefaultJOSEObjectTypeVerifier<>(TYPE, MemberTokens.TYPE));
            processor.setJWSKeySelector(
                    new JWSVerificationKeySelector<>(JWSAlgorithm.ES256, new ImmutableJWKSet<>(published)));
            // times are checked by the mall's clock, not by the system's
            processor.setJWTClaimsSetVerifier((claims, context) -> {});
            return new Keyring(List.copyOf(keys), published, processor, now);
        }

        ECKey signer() {
            return keys.get(0);
        }

        boolean knows(String keyId) {
            return keys.stream().anyMatch(key -> key.getKeyID().equals(keyId));
        }

        boolean isFreshAt(Instant now) {
            return !keys.isEmpty() && !isOlderThan(KEYS_FRESH, now);
        }

        /** Bounds how often strangers' key ids can make us look for new keys. */
        boolean isOlderThan(Duration age, Instant now) {
            return !now.isBefore(readAt.plus(age));
        }
    }
}
