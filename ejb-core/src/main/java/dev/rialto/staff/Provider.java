package dev.rialto.staff;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.oauth2.sdk.AuthorizationCode;
import com.nimbusds.oauth2.sdk.AuthorizationCodeGrant;
import com.nimbusds.oauth2.sdk.GeneralException;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.ResponseType;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.id.Issuer;
import com.nimbusds.oauth2.sdk.id.State;
import com.nimbusds.oauth2.sdk.pkce.CodeChallengeMethod;
import com.nimbusds.oauth2.sdk.pkce.CodeVerifier;
import com.nimbusds.openid.connect.sdk.AuthenticationRequest;
import com.nimbusds.openid.connect.sdk.Nonce;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponse;
import com.nimbusds.openid.connect.sdk.OIDCTokenResponseParser;
import com.nimbusds.openid.connect.sdk.claims.IDTokenClaimsSet;
import com.nimbusds.openid.connect.sdk.op.OIDCProviderMetadata;
import com.nimbusds.openid.connect.sdk.validators.IDTokenValidator;
import dev.rialto.platform.PublicAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Talks to OpenID Connect providers: authorization code with PKCE, state and nonce. What a provider says of itself and
 * its keys are kept for an hour; a key that is not known is looked for again.
 */
@ApplicationScoped
class Provider {
    private static final System.Logger LOG = System.getLogger(Provider.class.getName());
    private static final int PATIENCE_MILLIS = 5000;
    private static final int LONGEST_ANSWER = 512 * 1024;
    private static final Duration KEPT = Duration.ofHours(1);
    private static final List<JWSAlgorithm> SIGNED_BY = List.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private final ConsoleSettings settings;
    private final Clock clock;
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    private record Known(OIDCProviderMetadata metadata, Map<String, IDTokenValidator> validators, Instant until) {}

    /** The one to whom the provider is asked to speak. */
    record Client(String issuer, String id, String secret, URI back) {
        @Override
        public String toString() {
            return "Client[" + issuer + "]";
        }
    }

    @Inject
    Provider(ConsoleSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected Provider() {
        this.settings = null;
        this.clock = null;
    }

    /** Where the browser goes. */
    URI question(Client client, SignOnQuestion question) {
        URI endpoint = known(client.issuer()).metadata().getAuthorizationEndpointURI();
        return new AuthenticationRequest.Builder(
                        new ResponseType(ResponseType.Value.CODE),
                        new Scope("openid", "profile", "email"),
                        new ClientID(client.id()),
                        client.back())
                .endpointURI(reachable(endpoint))
                .state(new State(question.state()))
                .nonce(new Nonce(question.nonce()))
                .codeChallenge(new CodeVerifier(question.verifier()), CodeChallengeMethod.S256)
                .build()
                .toURI();
    }

    /** Exchanges the code and checks the signed answer. */
    SignOnIdentity answer(Client client, SignOnQuestion question, String code, String groupClaim) {
        Known house = known(client.issuer());
        try {
            HTTPRequest request = new TokenRequest.Builder(
                            reachable(house.metadata().getTokenEndpointURI()),
                            new ClientSecretBasic(new ClientID(client.id()), new Secret(client.secret())),
                            new AuthorizationCodeGrant(
                                    new AuthorizationCode(code), client.back(), new CodeVerifier(question.verifier())))
                    .build()
                    .toHTTPRequest();
            request.setConnectTimeout(PATIENCE_MILLIS);
            request.setReadTimeout(PATIENCE_MILLIS);
            request.setFollowRedirects(false);
            if (!(OIDCTokenResponseParser.parse(request.send()) instanceof OIDCTokenResponse tokens)) {
                throw StaffError.SIGN_ON_REFUSED.now();
            }
            IDTokenClaimsSet claims =
                    validator(house, client).validate(tokens.getOIDCTokens().getIDToken(), new Nonce(question.nonce()));
            return identity(claims, groupClaim);
        } catch (IOException e) {
            throw unreachable(client.issuer(), e);
        } catch (ParseException | com.nimbusds.jose.JOSEException | com.nimbusds.jose.proc.BadJOSEException e) {
            LOG.log(Level.WARNING, "the answer of " + client.issuer() + " was refused: " + e.getMessage());
            throw StaffError.SIGN_ON_REFUSED.now();
        }
    }

    private static SignOnIdentity identity(IDTokenClaimsSet claims, String groupClaim) {
        String subject = claims.getSubject().getValue();
        List<String> groups = Optional.ofNullable(claims.getStringListClaim(groupClaim))
                .orElseGet(() -> Optional.ofNullable(claims.getStringClaim(groupClaim))
                        .map(List::of)
                        .orElse(List.of()));
        String name = Optional.ofNullable(claims.getStringClaim("name"))
                .filter(text -> !text.isBlank())
                .orElse(subject);
        return new SignOnIdentity(
                claims.getIssuer().getValue(), subject, name.substring(0, Math.min(100, name.length())), groups);
    }

    private IDTokenValidator validator(Known house, Client client) {
        return house.validators().computeIfAbsent(client.id(), id -> {
            try {
                OIDCProviderMetadata metadata = house.metadata();
                JWSAlgorithm algorithm = SIGNED_BY.stream()
                        .filter(one -> metadata.getIDTokenJWSAlgs() != null
                                && metadata.getIDTokenJWSAlgs().contains(one))
                        .findFirst()
                        .orElse(JWSAlgorithm.RS256);
                return new IDTokenValidator(
                        metadata.getIssuer(),
                        new ClientID(id),
                        algorithm,
                        reachable(metadata.getJWKSetURI()).toURL(),
                        new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, LONGEST_ANSWER));
            } catch (MalformedURLException e) {
                throw unreachable(client.issuer(), e);
            }
        });
    }

    private Known known(String issuer) {
        Known found = known.get(issuer);
        if (found != null && found.until().isAfter(clock.instant())) {
            return found;
        }
        reachable(URI.create(issuer));
        try {
            OIDCProviderMetadata metadata =
                    OIDCProviderMetadata.resolve(new Issuer(issuer), PATIENCE_MILLIS, PATIENCE_MILLIS);
            Known fresh = new Known(
                    metadata, new ConcurrentHashMap<>(), clock.instant().plus(KEPT));
            known.put(issuer, fresh);
            return fresh;
        } catch (GeneralException | IOException e) {
            throw unreachable(issuer, e);
        }
    }

    private static dev.rialto.kernel.DomainException unreachable(String issuer, Exception why) {
        LOG.log(Level.WARNING, "the provider " + issuer + " does not answer as it should: " + why.getMessage());
        return StaffError.SIGN_ON_UNREACHABLE.now();
    }

    /** A provider is somewhere outside: nobody makes the mall ask its own network. */
    private URI reachable(URI address) {
        if (settings.privateProviders()) {
            return address;
        }
        try {
            boolean outside = "https".equals(address.getScheme())
                    && address.getHost() != null
                    && Arrays.stream(InetAddress.getAllByName(address.getHost()))
                            .allMatch(PublicAddress::is);
            if (outside) {
                return address;
            }
        } catch (UnknownHostException e) {
            throw unreachable(address.toString(), e);
        }
        throw StaffError.SIGN_ON_UNREACHABLE.now();
    }
}
