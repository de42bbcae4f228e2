package dev.rialto.rest;

import dev.rialto.kernel.Caller;
import dev.rialto.recharge.CardNews;
import dev.rialto.recharge.Recharges;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.Map;
import java.util.stream.Collectors;

/** Where card providers tell what became of a recharge; what they say is signed (E37). */
@Path("/callbacks/cards")
@ApplicationScoped
public class CardCallBacks {
    @Inject
    Recharges recharges;

    /** Takes the news in; what arrives twice acts once, and a forged one is refused. */
    @POST
    @Path("/{provider}")
    public Response receive(
            @PathParam("provider") String provider,
            @Context HttpHeaders headers,
            @Context HttpServletRequest request,
            String body) {
        Map<String, String> first = headers.getRequestHeaders().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().get(0)));
        recharges.hear(Caller.worker(RequestIds.of(request)), provider, new CardNews(first, body));
        return Response.noContent().build();
    }
}
