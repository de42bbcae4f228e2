package dev.rialto.rest.v1.people;

import dev.rialto.membership.AddressBook;
import dev.rialto.membership.Members;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.UpdateProfile;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.ShopCall;
import dev.rialto.rest.v1.ShopCalls;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a member does with his own data (A23). Every call needs the member's token besides the storefront's; joining,
 * passwords and erasure happen on the mall's branded pages, so that no storefront sees a password.
 */
@Path("/v1/member")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
public class MemberResource {
    @Inject
    Members members;

    @Inject
    Sessions sessions;

    @Inject
    AddressBook addresses;

    @Inject
    PersonalRecords records;

    @Inject
    ShopCalls calls;

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    /** What a member may change about himself. */
    public record Profile(String name, @Nullable String phone, String language) {
        @Override
        public String toString() {
            return "Profile";
        }
    }

    /** Agrees, or no longer does. */
    public record Consent(boolean given) {}

    @GET
    @Scope("members:write")
    @Kind("member")
    public Response member(@Context Request conditions) {
        return Conditional.json(conditions, seen(call()));
    }

    private ShopCall call() {
        ShopCall call = calls.of(request);
        UUID account = java.util.Objects.requireNonNull(call.member().account());
        Factor.note(request, "member", Wire.text(Wire.ACCOUNT, account));
        return call;
    }

    private Member seen(ShopCall call) {
        Factor.rows(request, 1);
        return People.member(members.profile(call.member()), sessions.list(call.member()));
    }

    @PATCH
    @Scope("members:write")
    @Kind("member")
    public Member change(Profile profile) {
        ShopCall call = call();
        members.updateProfile(
                call.member(),
                new UpdateProfile(profile.name(), TypedAddress.orNothing(profile.phone()), profile.language()));
        return seen(call);
    }

    @POST
    @Path("/addresses")
    @Scope("members:write")
    @Kind("member")
    public Response add(TypedAddress address) {
        ShopCall call = call();
        addresses.keep(call.member(), People.address(address, null));
        return Response.status(Response.Status.CREATED).entity(seen(call)).build();
    }

    @PUT
    @Path("/addresses/{address}")
    @Scope("members:write")
    @Kind("member")
    public Member keep(@PathParam("address") String id, TypedAddress address) {
        ShopCall call = call();
        addresses.keep(call.member(), People.address(address, Wire.id(Wire.ADDRESS, id)));
        return seen(call);
    }

    @DELETE
    @Path("/addresses/{address}")
    @Scope("members:write")
    @Kind("member")
    public Member drop(@PathParam("address") String id) {
        ShopCall call = call();
        addresses.remove(call.member(), Wire.id(Wire.ADDRESS, id));
        return seen(call);
    }

    @PUT
    @Path("/consents/{kind}")
    @Scope("members:write")
    @Kind("member")
    public Member consent(@PathParam("kind") String kind, Consent consent) {
        ShopCall call = call();
        members.consent(call.member(), kind, consent.given());
        return seen(call);
    }

    /** Ends one of the places where the member is signed in. */
    @DELETE
    @Path("/sessions/{session}")
    @Scope("members:write")
    @Kind("member")
    public Member end(@PathParam("session") String session) {
        ShopCall call = call();
        sessions.kill(call.member(), session);
        return seen(call);
    }

    /** All that is kept about the member: sections by name. */
    @GET
    @Path("/export")
    @Scope("members:write")
    @Kind("member")
    public String export() {
        return records.export(call().member());
    }
}
