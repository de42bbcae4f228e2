package dev.rialto.rest.v1.seller;

import dev.rialto.credential.CredentialSecrets;
import dev.rialto.credential.CredentialShelf;
import dev.rialto.credential.CredentialView;
import dev.rialto.credential.IssuedCredential;
import dev.rialto.kernel.Caller;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
import dev.rialto.rest.v1.Factor;
import dev.rialto.seller.Permissions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The credential of the program that calls, and a new secret for it; of no other credential. */
@Path("/v1/credential")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class CredentialsResource {
    @Inject
    CredentialShelf shelf;

    @Inject
    CredentialSecrets secrets;

    @Inject
    Effects effects;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /**
     * The credential, without its secret unless that was just made.
     *
     * @param secret the new secret, told this once; null in every later answer
     * @param secretBeforeUntil until when the secret before is good as well; null when there is none
     */
    public record Credential(
            String id,
            String name,
            List<String> scopes,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable String secret,
            @Nullable Instant secretBeforeUntil) {
        public Credential {
            scopes = List.copyOf(scopes);
        }

        @Override
        public String toString() {
            return "Credential[" + id + "]";
        }
    }

    /**
     * The wish for a new secret.
     *
     * @param overlapSeconds how long the secret used so far stays good, up to 30 days; 0 ends it at once
     */
    public record NewSecret(long overlapSeconds) {}

    /** The credential that calls. */
    @GET
    @Scope("credentials:write")
    @Kind("credential")
    @Acts(Acts.Name.SELLER)
    @Answers(Credential.class)
    public Credential credential() {
        return seen(null);
    }

    /** Makes a new secret; the old one is good beside it for a while. */
    @POST
    @Path("/secret")
    @Scope("credentials:write")
    @Kind("credential")
    @Acts(Acts.Name.SELLER)
    @Keyed(Keyed.Need.REQUIRED)
    @Answers(Credential.class)
    public Response rotateSecret(NewSecret wanted) {
        return effects.once(
                request,
                wanted,
                () -> {
                    IssuedCredential issued = secrets.renew(caller(), own(), overlap(wanted));
                    return new Effects.Done(200, seen(issued.secret()), "");
                },
                again -> seen(null));
    }

    private static Duration overlap(NewSecret wanted) {
        long longest = CredentialSecrets.LONGEST_OVERLAP.toSeconds() + 1;
        return Duration.ofSeconds(Math.max(-1, Math.min(wanted.overlapSeconds(), longest)));
    }

    private Caller caller() {
        return Desk.caller(request, Permissions.CREDENTIAL_EDIT);
    }

    private String own() {
        return Factor.client(request).credential();
    }

    private Credential seen(@Nullable String secret) {
        CredentialView view = shelf.one(caller(), own());
        Factor.rows(request, 1);
        return new Credential(
                view.id(),
                view.name(),
                view.scopes(),
                view.createdAt(),
                view.expiresAt(),
                secret,
                view.secretBeforeUntil());
    }
}
