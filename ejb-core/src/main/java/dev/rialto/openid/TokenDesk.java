package dev.rialto.openid;

import dev.rialto.credential.IdTokens;
import dev.rialto.credential.SignInCodes;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Settings;
import dev.rialto.platform.Tokens;
import dev.rialto.seller.StaffDirectory;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/** The relying party's part: a code for a token. All for workers. */
@Stateless
@Boundary
public class TokenDesk {
    private PartyBook parties;
    private GrantBook grants;
    private StaffDirectory staff;
    private IdTokens tokens;
    private Settings settings;

    @Inject
    public TokenDesk(PartyBook parties, GrantBook grants, StaffDirectory staff, IdTokens tokens, Settings settings) {
        this.parties = parties;
        this.grants = grants;
        this.staff = staff;
        this.tokens = tokens;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected TokenDesk() {}

    /** A token for a code, if client, address and verifier fit; the code is used up, whatever comes of it. */
    public TokenAnswer exchange(Caller caller, TokenWish wish) {
        Optional<RelyingParties.Row> party = Ids.parse(RelyingParty.PREFIX, wish.clientId())
                .flatMap(parties::inUse)
                .filter(known -> isSame(known.secretHash(), Tokens.hash(wish.secret())));
        if (party.isEmpty()) {
            return new TokenAnswer.Refused("invalid_client");
        }
        Optional<GrantBook.Grant> grant = grants.byCode(wish.code());
        if (grant.isEmpty()) {
            return new TokenAnswer.Refused("invalid_grant");
        }
        Optional<Map<String, Object>> claims = grant.filter(known -> fits(known, party.get(), wish))
                .flatMap(known -> claims(caller, party.get(), known));
        if (claims.isEmpty()) {
            grants.end(grant.get());
            return new TokenAnswer.Refused("invalid_grant");
        }
        return granted(party.get(), grant.get(), claims.get());
    }

    private TokenAnswer granted(RelyingParties.Row party, GrantBook.Grant grant, Map<String, Object> claims) {
        String token = Tokens.next();
        grants.giveToken(grant, token);
        Map<String, Object> told = new HashMap<>(claims);
        if (grant.nonce() != null) {
            told.put("nonce", grant.nonce());
        }
        String idToken = tokens.sign(
                new IdTokens.Statement(Issuer.address(settings), party.view().clientId(), subject(grant), told));
        return new TokenAnswer.Granted(idToken, token, GrantBook.TOKEN_GOOD_FOR);
    }

    private static boolean fits(GrantBook.Grant grant, RelyingParties.Row party, TokenWish wish) {
        return grant.usedAt() == null
                && grant.partyId().equals(party.id())
                && grant.redirectUri().equals(wish.redirectUri())
                && isSame(grant.challenge(), SignInCodes.challengeOf(wish.verifier()));
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private static String subject(GrantBook.Grant grant) {
        return Ids.external("account", Objects.requireNonNull(grant.accountId()));
    }

    /** What is true of the person now; empty when the role is gone. */
    private Optional<Map<String, Object>> claims(Caller caller, RelyingParties.Row party, GrantBook.Grant grant) {
        UUID account = grant.accountId();
        Instant signedInAt = grant.signedInAt();
        if (account == null || signedInAt == null) {
            return Optional.empty();
        }
        Optional<String> group = staff.of(caller, account).flatMap(who -> PartyBook.group(party, who));
        return group.flatMap(name -> parties.person(account).map(person -> {
            Map<String, Object> claims = new HashMap<>();
            claims.put("name", person.name());
            claims.put("locale", person.language());
            claims.put("groups", List.of(name));
            claims.put("auth_time", signedInAt.getEpochSecond());
            if (grant.twoFactors()) {
                claims.put("amr", List.of("otp", "mfa"));
            }
            if (person.email() != null) {
                claims.put("email", person.email());
            }
            return claims;
        }));
    }

    /** What the ID token told, as it is now; empty for a token that is not good, or when the role is gone. */
    public Optional<Map<String, Object>> person(Caller caller, String token) {
        return grants.byToken(token).flatMap(grant -> parties.inUse(grant.partyId())
                .flatMap(party -> claims(caller, party, grant))
                .map(claims -> {
                    Map<String, Object> told = new HashMap<>(claims);
                    told.put("sub", subject(grant));
                    return told;
                }));
    }
}
