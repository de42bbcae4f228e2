package dev.rialto.node.gateway;

import dev.rialto.web.port.Visitor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the mall's gateway, in the name of the storefront and of whoever shops there.
 *
 * <p>Every method throws {@link dev.rialto.kernel.DomainException}: what the mall refused under the mall's own code, or
 * that it does not answer.
 */
@ApplicationScoped
public class Gateway {
    private static final String BEARER = "Authorization";
    private static final String MEMBER = "Rialto-Member";

    @Inject
    private Line line;

    @Inject
    private Keyring keys;

    @Inject
    private Copies copies;

    @Inject
    private Clock clock;

    /** A call in the visitor's language and currency. */
    public static Ask in(Visitor visitor, Ask ask) {
        return ask.with("Rialto-Language", visitor.language())
                .with("Rialto-Currency", visitor.currency())
                .with("traceparent", traceparent(visitor.traceId()));
    }

    /** A call about the visitor's own cart and checkout. */
    public static Ask of(Visitor visitor, Ask ask) {
        Ask own = in(visitor, ask).with("Rialto-Cart", visitor.token());
        return visitor.isSignedIn() ? own.byMember(visitor.token()) : own;
    }

    private static String traceparent(String traceId) {
        String id = traceId.replace("-", "");
        return "00-" + id + "-" + id.substring(16) + "-00";
    }

    /** What everybody may see, as the gateway says it is now; from a copy when that is still the same. */
    public <T> T seen(Ask ask, Class<T> type) {
        return seen(ask, type, Duration.ZERO);
    }

    /** The same, not asked again for a moment. */
    public <T> T seen(Ask ask, Class<T> type, Duration moment) {
        String key = ask.path()
                + ' '
                + ask.headers().get("Rialto-Language")
                + ' '
                + ask.headers().get("Rialto-Currency");
        Copies.Copy copy = copies.of(key);
        Instant now = clock.instant();
        if (copy != null && now.isBefore(copy.at().plus(moment))) {
            return type.cast(copy.value());
        }
        Reply reply = exchanged(ask.with("If-None-Match", copy == null ? null : copy.tag()), line::ask);
        if (copy != null && reply.isUnchanged()) {
            copies.keep(key, copy.confirmed(now));
            return type.cast(copy.value());
        }
        T value = NodeJson.read(good(reply).body(), type);
        copies.keep(key, new Copies.Copy(reply.tag(), value, reply.body().length, now));
        return value;
    }

    /** The same for what may not be there. */
    public <T> Optional<T> found(Ask ask, Class<T> type) {
        return orNothing(() -> seen(ask, type));
    }

    /** What is somebody's own. */
    public <T> T read(Ask ask, Class<T> type) {
        return NodeJson.read(good(exchanged(ask, line::ask)).body(), type);
    }

    /** What is somebody's own and may not be there. */
    public <T> Optional<T> lookedUp(Ask ask, Class<T> type) {
        return orNothing(() -> read(ask, type));
    }

    private static <T> Optional<T> orNothing(java.util.function.Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (dev.rialto.kernel.DomainException refused) {
            if (refused.code().kind() == dev.rialto.kernel.ErrorKind.NOT_FOUND) {
                return Optional.empty();
            }
            throw refused;
        }
    }

    /** Text just as it comes. */
    public String text(Ask ask) {
        return good(exchanged(ask, line::ask)).text();
    }

    /** A file; empty when there is none. */
    public Optional<byte[]> file(Ask ask) {
        Reply reply = exchanged(ask, line::ask);
        return reply.isMissing() ? Optional.empty() : Optional.of(good(reply).body());
    }

    /** Has an effect at the mall; it is told once. */
    public <T> T act(Ask ask, Class<T> type) {
        return NodeJson.read(good(exchanged(ask, line::tell)).body(), type);
    }

    /** Has an effect at the mall, and nothing is asked of the answer. */
    public void act(Ask ask) {
        good(exchanged(ask, line::tell));
    }

    private static Reply good(Reply reply) {
        if (!reply.isGood()) {
            throw reply.refusal();
        }
        return reply;
    }

    /** A token that is no longer good is renewed once; whatever was refused for it had no effect. */
    private Reply exchanged(Ask ask, Function<Ask, Reply> way) {
        try {
            Reply first = way.apply(signed(ask));
            if (first.code().equals("invalid_token")) {
                keys.forgetProgram();
                return way.apply(signed(ask));
            }
            @Nullable String session = ask.session();
            if (session != null && first.code().equals("invalid_member_token")) {
                keys.forget(session);
                return way.apply(signed(ask));
            }
            return first;
        } catch (Unreachable | CircuitBreakerOpenException silent) {
            throw GatewayProblem.unavailable();
        }
    }

    private Ask signed(Ask ask) {
        String session = ask.session();
        Ask signed = ask.with(BEARER, "Bearer " + keys.program());
        return session == null
                ? signed
                : signed.with(MEMBER, keys.member(session).orElse(null));
    }
}
