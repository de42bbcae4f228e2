package dev.rialto.credential;

import com.nimbusds.jose.JOSEObjectType;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;

/**
 * Signs what this mall vouches for about its staff, with the keys of the gateway's tokens. Type and audience tell them
 * apart: none of these opens anything at the gateway.
 */
@ApplicationScoped
public class IdTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(5);

    private final AccessTokens tokens;
    private final Clock clock;

    @Inject
    public IdTokens(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected IdTokens() {
        this(null, Clock.systemUTC());
    }

    /**
     * What is said about a person.
     *
     * @param issuer who says it, as its discovery document names it
     * @param audience the client id of the one it is said to
     * @param subject the person
     * @param claims more about the person
     */
    public record Statement(String issuer, String audience, String subject, Map<String, Object> claims) {
        public Statement {
            claims = Map.copyOf(claims);
        }
    }

    /** The signed token (ES256). */
    public String sign(Statement statement) {
        AccessTokens.Form form = new AccessTokens.Form(JOSEObjectType.JWT, statement.audience(), LIFETIME);
        return tokens.signed(
                form,
                statement.subject(),
                claims -> {
                    claims.issuer(statement.issuer());
                    statement.claims().forEach(claims::claim);
                },
                clock.instant());
    }
}
