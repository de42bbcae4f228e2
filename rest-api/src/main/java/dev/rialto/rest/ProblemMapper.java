package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
        DomainException refusal = causeIn(failure, DomainException.class);
        if (refusal != null) {
            LoggedCalls.refused(request, refusal.code().code());
            return told(Problem.of(refusal, requestId));
        }
        boolean isTooLarge = causeIn(failure, BoundedBody.TooLarge.class) != null;
        if (isTooLarge || failure instanceof WebApplicationException) {
            int status = failure instanceof WebApplicationException web && !isTooLarge
                    ? web.getResponse().getStatus()
                    : HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE;
            Problem problem = Problem.plain(status, requestId);
            LoggedCalls.refused(request, problem.code());
            return told(problem);
        }
        LOG.log(Level.SEVERE, "request " + requestId + " failed", failure);
        return told(Problem.plain(500, requestId));
    }

    private Response told(Problem problem) {
        return TokenRefusal.isFor(request) ? TokenRefusal.response(problem, request) : problem.response();
    }

    private static <T extends Throwable> @Nullable T causeIn(Throwable failure, Class<T> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return type.cast(cause);
            }
        }
        return null;
    }
}
