package dev.rialto.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** Everything under {@code /api}; resources and providers are found by their annotations. */
@ApplicationPath("/")
@ApplicationScoped
public class RestApplication extends Application {}
