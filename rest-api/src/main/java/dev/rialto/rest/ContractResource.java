package dev.rialto.rest;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/** The contract itself, for people and for generators of clients; open to strangers. */
@Path("/v1/openapi.json")
@ApplicationScoped
@Produces(MediaType.APPLICATION_JSON)
public class ContractResource {
    private byte[] document = {};

    @PostConstruct
    void read() {
        try (InputStream file = Objects.requireNonNull(ContractResource.class.getResourceAsStream("openapi.json"))) {
            document = file.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** This document (OpenAPI 3). */
    @GET
    @Kind("contract")
    @Answers(String.class)
    public Response contract(@Context Request conditions) {
        return Conditional.bytes(conditions, document, MediaType.APPLICATION_JSON_TYPE);
    }
}
