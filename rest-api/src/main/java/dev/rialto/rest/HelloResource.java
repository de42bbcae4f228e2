package dev.rialto.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.Arrays;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * A constant answer behind the same listener, filters and token check as everything else, without the database: what the
 * benchmark compares with. There only when {@code rialto.bench} is set.
 */
@Path("/v1/hello")
@ApplicationScoped
public class HelloResource {
    private static final int LARGEST = 100_000;

    private boolean present;

    @PostConstruct
    void read() {
        present = ConfigProvider.getConfig()
                .getOptionalValue("rialto.bench", Boolean.class)
                .orElse(false);
    }

    @GET
    @Scope("goods:read")
    public Response hello(@QueryParam("bytes") int bytes) {
        if (!present) {
            throw new NotFoundException();
        }
        byte[] body = new byte[Math.max(2, Math.min(bytes, LARGEST))];
        Arrays.fill(body, (byte) 'a');
        body[0] = '"';
        body[body.length - 1] = '"';
        return Response.ok(body, MediaType.APPLICATION_JSON_TYPE).build();
    }
}
