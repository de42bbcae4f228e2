package dev.rialto.rest.v1;

import dev.rialto.gateway.Once;
import dev.rialto.kernel.Caller;
import dev.rialto.platform.Idempotency;
import dev.rialto.platform.Tokens;
import dev.rialto.rest.GatewayError;
import dev.rialto.rest.RequestIds;
import dev.rialto.rest.WireJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Effects that happen once for the key their caller chose, scoped to credential and route. */
@ApplicationScoped
public class Effects {
    public static final String KEY = "Idempotency-Key";
    /** The body of an effect that has none. */
    public static final Map<String, String> NOTHING = Map.of();
    /** How long an answer about money or stock is kept. */
    private static final Duration MONEY = Duration.ofDays(30);

    private static final Duration DAY = Duration.ofDays(1);

    private static final int LONGEST_KEY = 255;

    @Inject
    Once once;

    /**
     * What an effect answers.
     *
     * @param reference what a twin rebuilds the body from; no secret and nothing about a person
     */
    public record Done(int status, Object body, String reference) {}

    /**
     * Acts under the key of the request, which must be there; a twin gets the first answer again.
     *
     * @param again makes the body from the reference
     */
    public Response once(HttpServletRequest request, Object body, Supplier<Done> act, Function<String, Object> again) {
        String key = request.getHeader(KEY);
        if (key == null) {
            throw GatewayError.IDEMPOTENCY_KEY_NEEDED.because(KEY, "required");
        }
        return keyed(request, claim(request, key, body, MONEY), act, again);
    }

    /** Acts under the key of the request if it has one, kept for a day; each time without one. */
    public Response perhaps(
            HttpServletRequest request, Object body, Supplier<Done> act, Function<String, Object> again) {
        String key = request.getHeader(KEY);
        if (key == null) {
            Done done = act.get();
            return answer(done.status(), done.body()).build();
        }
        return keyed(request, claim(request, key, body, DAY), act, again);
    }

    private Response keyed(
            HttpServletRequest request, Idempotency.Claim claim, Supplier<Done> act, Function<String, Object> again) {
        AtomicReference<@Nullable Done> fresh = new AtomicReference<>();
        Optional<Idempotency.Outcome> before = once.act(Caller.worker(RequestIds.of(request)), claim, () -> {
            Done done = act.get();
            fresh.set(done);
            return new Idempotency.Outcome(done.status(), done.reference());
        });
        if (before.isEmpty()) {
            Done done = Objects.requireNonNull(fresh.get());
            return answer(done.status(), done.body()).build();
        }
        Object repeated = again.apply(Objects.requireNonNullElse(before.get().ref(), ""));
        return answer(before.get().status(), repeated)
                .header("Idempotent-Replayed", "true")
                .build();
    }

    private static Idempotency.Claim claim(HttpServletRequest request, String key, Object body, Duration keep) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw GatewayError.IDEMPOTENCY_KEY_NEEDED.because(KEY, "invalid");
        }
        String scope = Factor.client(request).credential() + " " + request.getMethod() + " " + request.getRequestURI();
        String asked = new String(WireJson.write(body), StandardCharsets.UTF_8)
                + request.getHeader(ShopCalls.CART)
                + owner(request);
        return new Idempotency.Claim(scope, key, Tokens.hash(asked), keep);
    }

    /** A member's token changes every few minutes: whose it is counts, not the token. */
    private static String owner(HttpServletRequest request) {
        return request.getHeader(ShopCalls.MEMBER) == null ? "guest" : "member";
    }

    private static Response.ResponseBuilder answer(int status, Object body) {
        return Response.status(status).type(MediaType.APPLICATION_JSON_TYPE).entity(WireJson.write(body));
    }
}
