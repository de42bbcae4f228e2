package dev.rialto.rest;

import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialError;
import dev.rialto.credential.MemberToken;
import dev.rialto.credential.MemberTokens;
import dev.rialto.credential.SignInCodes;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.SignIn;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URI;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Members' tokens for a code of the sign-in page, and further ones while the session lasts (RFC 6749, RFC 7636). */
@ApplicationScoped
class MemberGrants {
    private static final int LONGEST = 500;

    @Inject
    CredentialBook book;

    @Inject
    SignInCodes codes;

    @Inject
    Sessions sessions;

    @Inject
    MemberTokens tokens;

    /** The fields of the request. */
    record Form(MultivaluedMap<String, String> fields) {
        String field(String name) {
            String value = fields.getFirst(name);
            if (value == null || value.isEmpty()) {
                throw TokenError.INVALID_REQUEST.because(name, "required");
            }
            if (value.length() > LONGEST) {
                throw refused();
            }
            return value;
        }

        @Nullable
        String optional(String name) {
            return fields.containsKey(name) ? field(name) : null;
        }
    }

    /**
     * The answer to a program that has proved itself.
     *
     * @throws DomainException {@link CredentialError#INVALID_GRANT} for whatever is not good, without a difference;
     *     {@link TokenError#INVALID_REQUEST} naming the field that is missing
     */
    TokenAnswer answer(Caller worker, String clientId, Form form) {
        UUID site =
                Optional.ofNullable(book.client(worker, clientId).site()).orElseThrow(GatewayError.NO_STOREFRONT::now);
        String session = "refresh_token".equals(form.field("grant_type"))
                ? form.field("refresh_token")
                : admitted(worker, clientId, site, form);
        SessionView view = resolved(worker, session, site).orElseThrow(MemberGrants::refused);
        UUID account = Optional.ofNullable(view.accountId()).orElseThrow(MemberGrants::refused);
        String token = tokens.issue(new MemberToken(account, site), clientId);
        String name = view.name() == null ? "" : view.name();
        return new TokenAnswer(token, "Member", MemberTokens.LIFETIME.toSeconds(), null, session, session, name);
    }

    private String admitted(Caller worker, String clientId, UUID site, Form form) {
        MemberToken member = codes.redeem(
                        worker,
                        new SignInCodes.Shown(
                                clientId, form.field("code"), form.field("redirect_uri"), form.field("code_verifier")))
                .filter(proven -> proven.site().equals(site))
                .orElseThrow(MemberGrants::refused);
        String cart = form.optional("cart_token");
        boolean guest = cart != null
                && resolved(worker, cart, site)
                        .map(found -> !found.isSignedIn())
                        .orElse(false);
        return sessions.admit(
                worker,
                new SignIn("", "", SessionView.Kind.SHOPPER, site, guest ? cart : null, "", place(form)),
                member.account());
    }

    /** Where the member is signed in, as the list of one's sessions names it: the storefront's host. */
    private static String place(Form form) {
        return URI.create(form.field("redirect_uri")).getHost();
    }

    private Optional<SessionView> resolved(Caller worker, String session, UUID site) {
        return sessions.resolve(worker, session)
                .filter(found -> found.kind() == SessionView.Kind.SHOPPER && site.equals(found.siteId()));
    }

    private static DomainException refused() {
        return CredentialError.INVALID_GRANT.now();
    }
}
