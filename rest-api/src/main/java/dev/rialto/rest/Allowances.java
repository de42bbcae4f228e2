package dev.rialto.rest;

import dev.rialto.kernel.DomainException;
import dev.rialto.rest.RateLimit.Allowance;
import dev.rialto.rest.RateLimit.RateLimitError;
import dev.rialto.rest.RateLimit.Subject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What one call leaves of the allowances of its address and of its credential, told in the headers of every answer. */
final class Allowances {
    private static final String ATTRIBUTE = Allowances.class.getName();

    private final RateLimit limits;
    private final HttpServletResponse response;
    private final List<Allowance> taken = new ArrayList<>();

    private Allowances(RateLimit limits, HttpServletResponse response) {
        this.limits = limits;
        this.response = response;
    }

    /** Begins to count a call. */
    static Allowances of(HttpServletRequest request, HttpServletResponse response, RateLimit limits) {
        Allowances allowances = new Allowances(limits, response);
        request.setAttribute(ATTRIBUTE, allowances);
        return allowances;
    }

    /**
     * Counts the call for its credential.
     *
     * @throws DomainException {@link RateLimitError#TOO_MANY_CALLS}
     */
    static void take(HttpServletRequest request, String credential) {
        if (request.getAttribute(ATTRIBUTE) instanceof Allowances allowances
                && !allowances.take(Subject.CREDENTIAL, credential)) {
            throw RateLimitError.TOO_MANY_CALLS.now();
        }
    }

    /** Counts the call for somebody; false when nothing is left. */
    boolean take(Subject subject, String who) {
        Allowance allowance = limits.take(subject, who);
        taken.add(0, allowance);
        response.setHeader("RateLimit-Policy", all(Allowance::policy));
        response.setHeader("RateLimit", all(Allowance::state));
        if (allowance.isUsedUp()) {
            response.setHeader("Retry-After", String.valueOf(allowance.resetSeconds()));
        }
        return !allowance.isUsedUp();
    }

    private String all(Function<Allowance, String> form) {
        return taken.stream().map(form).collect(Collectors.joining(", "));
    }
}
