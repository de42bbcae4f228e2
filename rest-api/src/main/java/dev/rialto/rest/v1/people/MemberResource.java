package dev.rialto.rest.v1.people;

import dev.rialto.membership.AddressBook;
import dev.rialto.membership.Members;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.UpdateProfile;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.Scope;
import dev.rialto.rest.v1.Effects;
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

    @Inject
    Effects effects;

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

    /** The member, with addresses, consents and the places where he is signed in. */
    @GET
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(Member.class)
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

    /** Changes name, phone and language. */
    @PATCH
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(Member.class)
    public Member changeMember(Profile profile) {
        ShopCall call = call();
        members.updateProfile(
                call.member(),
                new UpdateProfile(profile.name(), TypedAddress.orNothing(profile.phone()), profile.language()));
        return seen(call);
    }

    /** Keeps a further address. */
    @POST
    @Path("/addresses")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Keyed(Keyed.Need.OPTIONAL)
    @Answers(value = Member.class, status = 201)
    public Response addAddress(TypedAddress address) {
        ShopCall call = call();
        return effects.perhaps(
                request,
                address,
                () -> {
                    addresses.keep(call.member(), People.address(address, null));
                    return new Effects.Done(201, seen(call), "");
                },
                again -> seen(call));
    }

    /** Changes an address. */
    @PUT
    @Path("/addresses/{address}")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(Member.class)
    public Member keepAddress(@PathParam("address") String id, TypedAddress address) {
        ShopCall call = call();
        addresses.keep(call.member(), People.address(address, Wire.id(Wire.ADDRESS, id)));
        return seen(call);
    }

    /** Drops an address. */
    @DELETE
    @Path("/addresses/{address}")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(Member.class)
    public Member dropAddress(@PathParam("address") String id) {
        ShopCall call = call();
        addresses.remove(call.member(), Wire.id(Wire.ADDRESS, id));
        return seen(call);
    }

    /** Gives or takes back a consent; the time is kept. */
    @PUT
    @Path("/consents/{kind}")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(Member.class)
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
    @Acts(Acts.Name.MEMBER)
    @Answers(Member.class)
    public Member endSession(@PathParam("session") String session) {
        ShopCall call = call();
        sessions.kill(call.member(), session);
        return seen(call);
    }

    /** All that is kept about the member: sections by name. */
    @GET
    @Path("/export")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(String.class)
    public String exportMember() {
        return records.export(call().member());
    }
}
