package dev.rialto.rest;

import dev.rialto.kernel.Caller;
import dev.rialto.openid.SignInDesk;
import dev.rialto.openid.SignInWish;
import dev.rialto.openid.TokenAnswer;
import dev.rialto.openid.TokenDesk;
import dev.rialto.openid.TokenWish;
import dev.rialto.platform.Settings;
import dev.rialto.platform.Throttle;
import dev.rialto.staff.ConsoleSettings;
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
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * This mall as OpenID Connect provider of its staff: what it says of itself, where browsers are sent, where codes become
 * tokens. People sign in at the console; its address is told only for a registered party (D16).
 */
@Path("/v1/openid")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class OpenIdResource {
    private static final int TRIES = 60;
    private static final String BEARER = "Bearer ";

    @Inject
    SignInDesk signIns;

    @Inject
    TokenDesk tokens;

    @Inject
    Throttle throttle;

    @Inject
    TokenTries tries;

    @Inject
    Settings settings;

    @Inject
    ConsoleSettings console;

    /** The discovery document (OpenID Connect Discovery 1.0). */
    @GET
    @Path("/.well-known/openid-configuration")
    @Kind("openid")
    public Response discovery() {
        String api = settings.address(settings.apiHost(), "/api/v1");
        Map<String, Object> told = new TreeMap<>();
        told.put("issuer", api + "/openid");
        told.put("authorization_endpoint", api + "/openid/authorize");
        told.put("token_endpoint", api + "/openid/token");
        told.put("userinfo_endpoint", api + "/openid/userinfo");
        told.put("jwks_uri", api + "/jwks.json");
        told.put("response_types_supported", List.of("code"));
        told.put("response_modes_supported", List.of("query"));
        told.put("grant_types_supported", List.of("authorization_code"));
        told.put("subject_types_supported", List.of("public"));
        told.put("id_token_signing_alg_values_supported", List.of("ES256"));
        told.put("token_endpoint_auth_methods_supported", List.of("client_secret_basic", "client_secret_post"));
        told.put("code_challenge_methods_supported", List.of("S256"));
        told.put("scopes_supported", List.of("openid", "profile", "email"));
        told.put("prompt_values_supported", List.of("none", "login"));
        told.put("authorization_response_iss_parameter_supported", true);
        told.put("claims_supported", List.of("sub", "name", "email", "locale", "groups", "auth_time", "amr", "nonce"));
        return Response.ok(WireJson.write(told))
                .header("Cache-Control", "public, max-age=300")
                .build();
    }

    /** Where a relying party sends a browser. */
    @GET
    @Path("/authorize")
    @Kind("openid")
    @TakesAny
    public Response authorize(@Context HttpServletRequest request, @Context UriInfo address) {
        return begin(request, address.getQueryParameters());
    }

    /** The same by a form, as the standard has it. */
    @POST
    @Path("/authorize")
    @Kind("openid")
    @TakesAny
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response authorizeByForm(@Context HttpServletRequest request, MultivaluedMap<String, String> form) {
        return begin(request, form);
    }

    private Response begin(HttpServletRequest request, MultivaluedMap<String, String> asked) {
        Caller worker = Caller.worker(RequestIds.of(request));
        count(worker, "openid-authorize:" + request.getRemoteAddr());
        SignInDesk.Begun begun = signIns.begin(worker, wish(asked));
        URI next = begun.back()
                .orElseGet(() -> URI.create(
                        console.address() + "/openid/allow?ask=" + begun.ask().orElseThrow()));
        return Response.seeOther(next).header("Cache-Control", "no-store").build();
    }

    private static SignInWish wish(MultivaluedMap<String, String> asked) {
        return new SignInWish(
                text(asked, "client_id"),
                text(asked, "redirect_uri"),
                text(asked, "response_type"),
                text(asked, "scope"),
                text(asked, "state"),
                text(asked, "nonce"),
                text(asked, "code_challenge"),
                text(asked, "code_challenge_method"),
                text(asked, "prompt"),
                text(asked, "max_age"));
    }

    private static String text(MultivaluedMap<String, String> asked, String name) {
        String text = asked.getFirst(name);
        return text == null ? "" : text.replace("\0", "");
    }

    /** A code for an ID token. */
    @POST
    @Path("/token")
    @Kind("openid")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response token(
            @Context HttpServletRequest request,
            @HeaderParam("Authorization") @Nullable String authorization,
            MultivaluedMap<String, String> form) {
        Caller worker = Caller.worker(RequestIds.of(request));
        if (!text(form, "grant_type").equals("authorization_code")) {
            return refused("unsupported_grant_type");
        }
        Client client = Client.of(authorization, form);
        TokenAnswer answer = tokens.exchange(
                worker,
                new TokenWish(
                        client.id(),
                        client.secret(),
                        text(form, "code"),
                        text(form, "redirect_uri"),
                        text(form, "code_verifier")));
        return answer instanceof TokenAnswer.Granted granted
                ? granted(granted)
                : refused(worker, request, ((TokenAnswer.Refused) answer).error());
    }

    private static Response granted(TokenAnswer.Granted granted) {
        Map<String, Object> told = new TreeMap<>();
        told.put("access_token", granted.accessToken());
        told.put("token_type", "Bearer");
        told.put("expires_in", granted.lifetime().toSeconds());
        told.put("id_token", granted.idToken());
        return Response.ok(WireJson.write(told))
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response refused(Caller worker, HttpServletRequest request, String error) {
        if (error.equals("invalid_client")) {
            tries.wrong(worker, request.getRemoteAddr());
        }
        return refused(error);
    }

    /** Refusals here have the form of RFC 6749, which every client library reads. */
    private static Response refused(String error) {
        boolean isClient = error.equals("invalid_client");
        Response.ResponseBuilder answer = Response.status(isClient ? 401 : 400)
                .entity(WireJson.write(Map.of("error", error)))
                .header("Cache-Control", "no-store");
        return isClient
                ? answer.header("WWW-Authenticate", "Basic realm=\"openid\"").build()
                : answer.build();
    }

    /** What the ID token told, as it is now. */
    @GET
    @Path("/userinfo")
    @Kind("openid")
    public Response person(
            @Context HttpServletRequest request, @HeaderParam("Authorization") @Nullable String authorization) {
        Optional<Map<String, Object>> person = Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, BEARER, 0, BEARER.length()))
                .flatMap(header -> tokens.person(
                        Caller.worker(RequestIds.of(request)),
                        header.substring(BEARER.length()).strip()));
        return person.map(told -> Response.ok(WireJson.write(new TreeMap<>(told)))
                        .header("Cache-Control", "no-store")
                        .build())
                .orElseGet(() -> Response.status(401)
                        .entity(WireJson.write(Map.of("error", "invalid_token")))
                        .header("WWW-Authenticate", "Bearer error=\"invalid_token\"")
                        .build());
    }

    private void count(Caller worker, String what) {
        if (throttle.count(worker, what, Duration.ofMinutes(1)) > TRIES) {
            throw TokenError.TOO_MANY_TRIES.now();
        }
    }

    /** The client as it names itself: by header, where id and secret are form-encoded, or in the body. */
    private record Client(String id, String secret) {
        static Client of(@Nullable String authorization, MultivaluedMap<String, String> form) {
            if (authorization == null || !authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
                return new Client(text(form, "client_id"), text(form, "client_secret"));
            }
            try {
                byte[] pair =
                        Base64.getDecoder().decode(authorization.substring(6).strip());
                String[] parts = new String(pair, StandardCharsets.UTF_8).split(":", 2);
                return parts.length == 2 ? new Client(decoded(parts[0]), decoded(parts[1])) : new Client("", "");
            } catch (IllegalArgumentException noPair) {
                return new Client("", "");
            }
        }

        private static String decoded(String text) {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        }
    }
}
