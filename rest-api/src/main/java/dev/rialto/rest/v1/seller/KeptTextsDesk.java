package dev.rialto.rest.v1.seller;

import dev.rialto.gateway.Metadata;
import dev.rialto.gateway.RequestError;
import dev.rialto.kernel.DomainException;
import dev.rialto.rest.Conditional;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.v1.Factor;
import dev.rialto.rest.v1.Wire;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Reads and keeps the texts beside one thing, whatever kind of thing it is. */
@ApplicationScoped
class KeptTextsDesk {
    @Inject
    Metadata metadata;

    /**
     * The thing that a request names.
     *
     * @param prefix of its ids
     * @param permission that the request needs
     */
    record Thing(Metadata.Kind kind, String prefix, String id, String permission) {}

    Response seen(HttpServletRequest request, Thing thing) {
        Factor.note(request, thing.prefix(), thing.id());
        return answer(
                request,
                metadata.of(
                        Desk.caller(request, thing.permission()), thing.kind(), Wire.id(thing.prefix(), thing.id())));
    }

    Response kept(HttpServletRequest request, Thing thing, @Nullable String ifMatch, KeptTexts wanted) {
        Factor.note(request, thing.prefix(), thing.id());
        long version = Conditional.version(ifMatch);
        try {
            return answer(
                    request,
                    metadata.keep(
                            Desk.caller(request, thing.permission()),
                            thing.kind(),
                            Wire.id(thing.prefix(), thing.id()),
                            new Metadata.Kept(wanted.entries(), version)));
        } catch (DomainException refused) {
            throw refused.code() == RequestError.METADATA_CHANGED ? GatewayError.PRECONDITION_FAILED.now() : refused;
        }
    }

    private static Response answer(HttpServletRequest request, Metadata.Kept kept) {
        Factor.rows(request, kept.entries().size());
        return Response.ok(new KeptTexts(kept.entries()), MediaType.APPLICATION_JSON_TYPE)
                .tag("v" + kept.version())
                .build();
    }
}
