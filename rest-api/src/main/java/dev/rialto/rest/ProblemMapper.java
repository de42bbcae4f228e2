package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one place where the partner tier turns exceptions into answers. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());
    private static final Map<Integer, String> CODES = Map.of(
            400, "malformed_request",
            404, "not_found",
            405, "method_not_allowed",
            406, "not_acceptable",
            413, "body_too_large",
            415, "unsupported_media_type");

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = RequestIds.of(request);
        DomainException refusal = refusalIn(failure);
        if (refusal != null) {
            LoggedCalls.refused(request, refusal.code().code());
            return Problem.of(refusal, requestId).response();
        }
        if (failure instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            LoggedCalls.refused(request, CODES.getOrDefault(status, "refused"));
            return Problem.of(status, CODES.getOrDefault(status, "refused"), requestId)
                    .response();
        }
        LOG.log(Level.SEVERE, "request " + requestId + " failed", failure);
        return Problem.of(500, "internal_error", requestId).response();
    }

    private static @Nullable DomainException refusalIn(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof DomainException refusal) {
                return refusal;
            }
        }
        return null;
    }
}
