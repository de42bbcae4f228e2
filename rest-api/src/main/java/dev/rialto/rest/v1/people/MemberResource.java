package dev.rialto.rest.v1.people;

import dev.rialto.gateway.Turns;
import dev.rialto.kernel.Caller;
import dev.rialto.membership.AddressBook;
import dev.rialto.membership.Members;
import dev.rialto.membership.PersonalRecords;
import dev.rialto.membership.Sessions;
import dev.rialto.membership.UpdateProfile;
import dev.rialto.rest.Acts;
import dev.rialto.rest.Answers;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.Keyed;
import dev.rialto.rest.Kind;
import dev.rialto.rest.MayMatch;
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
import jakarta.ws.rs.HeaderParam;
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
 * What a member does with his own data (A23). Every call needs the member's token besides the storefront's; joining
 * and passwords happen on the mall's branded pages, so that no storefront sees a password.
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

    @Inject
    Turns turns;

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
        Member member = seen(call());
        return Conditional.json(conditions, member, People.kept(member));
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
    @MayMatch
    @Answers(Member.class)
    public Response changeMember(@HeaderParam("If-Match") @Nullable String ifMatch, Profile profile) {
        ShopCall call = call();
        UpdateProfile change =
                new UpdateProfile(profile.name(), TypedAddress.orNothing(profile.phone()), profile.language());
        return changed(call, ifMatch, () -> members.updateProfile(call.member(), change));
    }

    /** Changes the member when all is still what the caller has seen. */
    private Response changed(ShopCall call, @Nullable String ifMatch, Runnable change) {
        Member member = turns.take(worker(call), "member " + call.member().account(), () -> {
            Conditional.checkCurrent(ifMatch, People.kept(seen(call)));
            change.run();
            return seen(call);
        });
        return Conditional.changed(member, People.kept(member));
    }

    private static Caller worker(ShopCall call) {
        return Caller.worker(call.shopper().traceId());
    }

    private void requireAddress(ShopCall call, String id) {
        boolean isOwn = seen(call).addresses().stream().anyMatch(address -> id.equals(address.id()));
        if (!isOwn) {
            throw GatewayError.NOT_FOUND.now();
        }
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
    @MayMatch
    @Answers(Member.class)
    public Response keepAddress(
            @PathParam("address") String id, @HeaderParam("If-Match") @Nullable String ifMatch, TypedAddress address) {
        ShopCall call = call();
        requireAddress(call, id);
        return changed(
                call, ifMatch, () -> addresses.keep(call.member(), People.address(address, Wire.id(Wire.ADDRESS, id))));
    }

    /** Drops an address. */
    @DELETE
    @Path("/addresses/{address}")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @MayMatch
    @Answers(Member.class)
    public Response dropAddress(@PathParam("address") String id, @HeaderParam("If-Match") @Nullable String ifMatch) {
        ShopCall call = call();
        requireAddress(call, id);
        return changed(call, ifMatch, () -> addresses.remove(call.member(), Wire.id(Wire.ADDRESS, id)));
    }

    /** Gives or takes back a consent; the time is kept. */
    @PUT
    @Path("/consents/{kind}")
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @MayMatch
    @Answers(Member.class)
    public Response consent(
            @PathParam("kind") String kind, @HeaderParam("If-Match") @Nullable String ifMatch, Consent consent) {
        ShopCall call = call();
        return changed(call, ifMatch, () -> members.consent(call.member(), kind, consent.given()));
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

    /** Erases the member for good, within ten minutes after signing in; orders and books stay without a name. */
    @DELETE
    @Scope("members:write")
    @Kind("member")
    @Acts(Acts.Name.MEMBER)
    @Answers(value = void.class, status = 204)
    public Response eraseMember(@HeaderParam("If-Match") @Nullable String ifMatch) {
        ShopCall call = call();
        Conditional.requireVersion(ifMatch);
        Conditional.requireCurrent(ifMatch, People.kept(seen(call)));
        records.eraseSignedIn(call.member());
        return Response.noContent().build();
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
