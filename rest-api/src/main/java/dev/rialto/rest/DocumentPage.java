package dev.rialto.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/** The contract as a page to read and try: Swagger UI, of which the build takes a copy, so that no other address is asked. */
@Path("/docs")
@ApplicationScoped
public class DocumentPage {
    private static final Map<String, String> FILES = Map.of(
            "index.html", MediaType.TEXT_HTML + ";charset=UTF-8",
            "start.js", "text/javascript;charset=UTF-8",
            "page.css", "text/css;charset=UTF-8",
            "swagger-ui-bundle.js", "text/javascript;charset=UTF-8",
            "swagger-ui.css", "text/css;charset=UTF-8");

    /** Leads to the page: what is below it has relative addresses. */
    @GET
    @Kind("contract")
    public Response enter() {
        return Response.seeOther(URI.create("docs/index.html")).build();
    }

    /** A file of the page. */
    @GET
    @Path("/{file}")
    @Kind("contract")
    public Response file(@PathParam("file") String name, @Context Request conditions) throws IOException {
        String type = FILES.get(name);
        if (type == null) {
            throw new NotFoundException();
        }
        try (InputStream file = DocumentPage.class.getResourceAsStream("viewer/" + name)) {
            if (file == null) {
                throw new NotFoundException();
            }
            return Conditional.bytes(conditions, file.readAllBytes(), MediaType.valueOf(type));
        }
    }
}
