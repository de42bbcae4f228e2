package dev.rialto.credential;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jwt.JWTClaimsSet;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Tokens that name a member to the gateway besides the storefront's own token. Each was given for one storefront, for ten
 * minutes, and opens nothing at another one.
 */
@ApplicationScoped
public class MemberTokens {
    /** How long a token is good. */
    public static final Duration LIFETIME = Duration.ofMinutes(10);

    static final String AUDIENCE = "rialto-member";
    static final JOSEObjectType TYPE = new JOSEObjectType("member+jwt");
    private static final String ACCOUNT = "account";
    private static final String SITE = "site";

    private final AccessTokens tokens;
    private final Clock clock;

    @Inject
    public MemberTokens(AccessTokens tokens, Clock clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected MemberTokens() {
        this(null, Clock.systemUTC());
    }

    /** A token for a member at a storefront, for the program that stands for it. */
    public String issue(MemberToken member, String credential) {
        Instant now = clock.instant();
        return tokens.signed(
                new AccessTokens.Form(TYPE, AUDIENCE, LIFETIME),
                Ids.external(ACCOUNT, member.account()),
                claims -> claims.claim(SITE, Ids.external(SITE, member.site())).claim("azp", credential),
                now);
    }

    /** Whom a token names; empty when it is not good. */
    public Optional<MemberToken> verify(String token) {
        try {
            JWTClaimsSet claims = tokens.proven(token, new AccessTokens.Form(TYPE, AUDIENCE, LIFETIME));
            Optional<UUID> account = Ids.parse(ACCOUNT, claims.getSubject());
            String site = claims.getStringClaim(SITE);
            return site == null
                    ? Optional.empty()
                    : account.flatMap(who -> Ids.parse(SITE, site).map(shop -> new MemberToken(who, shop)));
        } catch (DomainException | ParseException refused) {
            return Optional.empty();
        }
    }
}
