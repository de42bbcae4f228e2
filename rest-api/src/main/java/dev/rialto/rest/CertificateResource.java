package dev.rialto.rest;

import dev.rialto.hosting.CertificateHosts;
import dev.rialto.kernel.Caller;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Tells the proxy before the mall for which hosts it may get a certificate, answered from memory. */
@Path("/tls/ask")
@ApplicationScoped
public class CertificateResource {
    private static final int LONGEST_HOST = 253;

    @Inject
    CertificateHosts hosts;

    /**
     * 200 for hosts of the mall and proved hosts of storefronts, 404 for any other.
     *
     * @param domain the host asked for
     */
    @GET
    @Kind("certificate")
    public Response ask(@QueryParam("domain") @Nullable String domain, @Context HttpServletRequest request) {
        if (domain == null
                || domain.length() > LONGEST_HOST
                || !hosts.allows(Caller.anonymous(RequestIds.of(request)), domain)) {
            throw new NotFoundException();
        }
        return Response.ok().build();
    }
}
