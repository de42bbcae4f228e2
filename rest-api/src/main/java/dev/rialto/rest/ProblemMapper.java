package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/** The one place where the partner tier turns exceptions into answers. */
@Provider
@ApplicationScoped
public class ProblemMapper implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(ProblemMapper.class.getName());

    @Context
    @SuppressWarnings("NullAway.Init")
    HttpServletRequest request;

    @Override
    public Response toResponse(Throwable failure) {
        String requestId = RequestIds.of(request);
        DomainException refusal = refusalIn(failure);
        if (refusal != null) {
            LoggedCalls.refused(request, refusal.code().code());
            return told(Problem.of(refusal, requestId));
        }
        if (failure instanceof WebApplicationException web) {
            Problem problem = Problem.plain(web.getResponse().getStatus(), requestId);
            LoggedCalls.refused(request, problem.code());
            return told(problem);
        }
        LOG.log(Level.SEVERE, "request " + requestId + " failed", failure);
        return told(Problem.plain(500, requestId));
    }

    private Response told(Problem problem) {
        return TokenRefusal.isFor(request) ? TokenRefusal.response(problem, request) : problem.response();
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
