package dev.rialto.rest;

import dev.rialto.credential.AccessToken;
import dev.rialto.credential.AccessTokens;
import dev.rialto.credential.CredentialBook;
import dev.rialto.credential.CredentialError;
import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Violations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Tokens for programs: OAuth 2 client credentials, and the keys that verify them. */
@Path("/v1")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class TokenResource {
    private static final Set<String> GRANTS = Set.of("client_credentials", "authorization_code", "refresh_token");

    @Inject
    CredentialBook book;

    @Inject
    AccessTokens tokens;

    @Inject
    TokenTries tries;

    @Inject
    MemberGrants members;

    /** A token for the program itself (client_credentials), or for a member who signed in at the mall for it. */
    @POST
    @Path("/token")
    @Kind("token")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @Takes(value = TokenForm.class, media = MediaType.APPLICATION_FORM_URLENCODED)
    @Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
    @Answers(TokenAnswer.class)
    public Response token(
            @Context HttpServletRequest request,
            @HeaderParam("Authorization") @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        Caller worker = Caller.worker(RequestIds.of(request));
        boolean program = "client_credentials".equals(grant(form));
        Client client = authorization == null
                ? Client.of(form.getFirst("client_id"), form.getFirst("client_secret"))
                : Client.ofBasic(authorization);
        AccessToken token =
                tries.counted(worker, request.getRemoteAddr(), () -> book.token(worker, client.id(), client.secret()));
        tries.proven(worker, client.id(), program);
        TokenAnswer answer = program ? answer(token) : members.answer(worker, client.id(), new MemberGrants.Form(form));
        return Response.ok(WireJson.write(answer), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private static String grant(MultivaluedMap<String, String> form) {
        Violations wrong = new Violations();
        form.forEach((name, values) ->
                values.forEach(value -> wrong.check(WireJson.isKeepable(value), name, "invalid_characters")));
        wrong.raise(GatewayError.INVALID_BODY);
        form.forEach((name, values) -> wrong.check(values.size() == 1, name, "twice"));
        String grant = form.getFirst("grant_type");
        wrong.check(grant != null, "grant_type", "required").raise(TokenError.INVALID_REQUEST);
        if (grant == null || !GRANTS.contains(grant)) {
            throw TokenError.UNSUPPORTED_GRANT_TYPE.because("grant_type", "unknown_value");
        }
        return grant;
    }

    private static TokenAnswer answer(AccessToken token) {
        String scopes = String.join(" ", new TreeSet<>(token.scopes()));
        return new TokenAnswer(token.value(), "Bearer", token.lifetime().toSeconds(), scopes, null, null, null);
    }

    /** The public keys that verify tokens (RFC 7517). */
    @GET
    @Path("/jwks.json")
    @Answers(String.class)
    public String keys() {
        return tokens.publicKeys();
    }

    private record Client(String id, String secret) {
        static Client of(@Nullable String id, @Nullable String secret) {
            if (id == null || secret == null) {
                throw CredentialError.INVALID_CLIENT.now();
            }
            return new Client(id, secret);
        }

        static Client ofBasic(String header) {
            try {
                String pair = new String(
                        Base64.getDecoder().decode(header.replaceFirst("(?i)^basic\\s+", "")), StandardCharsets.UTF_8);
                int colon = pair.indexOf(':');
                return colon < 0
                        ? of(null, null)
                        : of(decoded(pair.substring(0, colon)), decoded(pair.substring(colon + 1)));
            } catch (IllegalArgumentException e) {
                throw CredentialError.INVALID_CLIENT.now();
            }
        }

        /** Both are form-encoded before they are put together (RFC 6749, 2.3.1). */
        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
