package dev.rialto.openid;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Ids;
import dev.rialto.platform.Audit;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Json;
import dev.rialto.platform.Settings;
import dev.rialto.platform.Tokens;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** The browser's part: what a relying party asks, and what it is sent back with. All for workers. */
@Stateless
@Boundary
public class SignInDesk {
    private PartyBook parties;
    private GrantBook grants;
    private Settings settings;
    private Audit audit;

    @Inject
    public SignInDesk(PartyBook parties, GrantBook grants, Settings settings, Audit audit) {
        this.parties = parties;
        this.grants = grants;
        this.settings = settings;
        this.audit = audit;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected SignInDesk() {}

    /**
     * What follows a request.
     *
     * @param ask the key by which the console knows it; empty when it was refused
     * @param back where the browser goes with the refusal; null when it was not
     */
    public record Begun(Optional<String> ask, Optional<URI> back) {}

    /**
     * A relying party sends a browser.
     *
     * @throws DomainException {@link OpenIdError#PARTY_UNKNOWN}: nobody is sent anywhere
     */
    public Begun begin(Caller caller, SignInWish wish) {
        RelyingParties.Row party = Ids.parse(RelyingParty.PREFIX, wish.clientId())
                .flatMap(parties::inUse)
                .filter(known -> known.view().redirectUris().contains(wish.redirectUri()))
                .orElseThrow(OpenIdError.PARTY_UNKNOWN::now);
        String error = wish.error();
        if (!error.isEmpty()) {
            return new Begun(Optional.empty(), Optional.of(back(wish.redirectUri(), wish.state(), "error", error)));
        }
        String ask = Tokens.next();
        grants.begin(ask, party.id(), wish);
        return new Begun(Optional.of(ask), Optional.empty());
    }

    /**
     * What is asked.
     *
     * @throws DomainException {@link OpenIdError#SIGN_IN_OVER}
     */
    public SignInAsked look(Caller caller, String ask) {
        GrantBook.Grant grant = grant(ask);
        RelyingParties.Row party = party(grant);
        return new SignInAsked(
                party.name(), party.tenantId(), party.view().groups(), grant.silent(), grant.freshAfter());
    }

    /**
     * Sends somebody who is signed in back with a code, or with a refusal when the role does not open that system.
     *
     * @throws DomainException {@link OpenIdError#SIGN_IN_OVER}
     */
    public URI allow(Caller caller, String ask, SignedInPerson person) {
        GrantBook.Grant grant = grant(ask);
        RelyingParties.Row party = party(grant);
        Optional<String> group = PartyBook.group(party, person.staff());
        boolean counts = grant.freshAfter() == null || person.signedInAt().isAfter(grant.freshAfter());
        if (group.isEmpty() || !counts) {
            return refuse(grant, group.isEmpty() ? "access_denied" : "login_required");
        }
        String code = Tokens.next();
        grants.giveCode(grant, code, person);
        Caller who = new Caller(
                Caller.Role.WORKER,
                party.tenantId(),
                person.staff().accountId(),
                null,
                caller.permissions(),
                caller.traceId());
        audit.record(
                who,
                Audit.Deed.of("openid.signed_in", "relying_party", party.id())
                        .changing(null, Json.write(Map.of("group", group.get(), "party", party.name()))));
        return back(grant.redirectUri(), grant.state(), "code", code);
    }

    /**
     * Sends a browser back without a code.
     *
     * @param error as RFC 6749 and OpenID Connect name it
     * @throws DomainException {@link OpenIdError#SIGN_IN_OVER}
     */
    public URI refuse(Caller caller, String ask, String error) {
        return refuse(grant(ask), error);
    }

    private URI refuse(GrantBook.Grant grant, String error) {
        grants.end(grant);
        return back(grant.redirectUri(), grant.state(), "error", error);
    }

    private GrantBook.Grant grant(String ask) {
        return grants.asked(ask).orElseThrow(OpenIdError.SIGN_IN_OVER::now);
    }

    private RelyingParties.Row party(GrantBook.Grant grant) {
        return parties.inUse(grant.partyId()).orElseThrow(OpenIdError.SIGN_IN_OVER::now);
    }

    private URI back(String address, String state, String name, String value) {
        String with = address + "?" + name + "=" + encoded(value) + "&iss=" + encoded(Issuer.address(settings));
        return URI.create(state.isEmpty() ? with : with + "&state=" + encoded(state));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
