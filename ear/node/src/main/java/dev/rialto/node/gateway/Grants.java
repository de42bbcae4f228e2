package dev.rialto.node.gateway;

import dev.rialto.node.start.NodeSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.jspecify.annotations.Nullable;

/** Asks for tokens: the storefront's own, and those of its members. */
@ApplicationScoped
public class Grants {
    private static final String PATH = "/token";
    private static final Duration EARLY = Duration.ofSeconds(45);

    @Inject
    private Line line;

    @Inject
    private NodeSettings settings;

    @Inject
    private Clock clock;

    /** A token and until when it is used. */
    record Token(String value, Instant until) {
        boolean isGood(Instant now) {
            return now.isBefore(until);
        }

        @Override
        public String toString() {
            return "Token";
        }
    }

    /**
     * A member signed in.
     *
     * @param session the shopper's new token
     */
    record Admitted(String session, Token token) {}

    /** What a code of the mall's sign-in page is exchanged with. */
    public record Shown(
            String code, String verifier, @Nullable String cart) {
        @Override
        public String toString() {
            return "Shown";
        }
    }

    private record Answer(
            String access_token, long expires_in, @Nullable String cart_token) {
        Token token(Instant now) {
            return new Token(access_token, now.plusSeconds(expires_in).minus(EARLY));
        }

        @Override
        public String toString() {
            return "Answer";
        }
    }

    /** The storefront's own token. */
    Token program() {
        Instant now = clock.instant();
        Reply reply = said(() -> line.ask(form("client_credentials", Map.of())));
        if (!reply.isGood()) {
            throw reply.refusal();
        }
        return NodeJson.read(reply.body(), Answer.class).token(now);
    }

    /** The next token of a member; empty when the session has ended. */
    Optional<Token> next(String session) {
        Instant now = clock.instant();
        Reply reply = said(() -> line.ask(form("refresh_token", Map.of("refresh_token", session))));
        return reply.isGood()
                ? Optional.of(NodeJson.read(reply.body(), Answer.class).token(now))
                : refused(reply);
    }

    /** The member who signed in at the mall; empty when the code is not good. */
    Optional<Admitted> admit(Shown shown) {
        Instant now = clock.instant();
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("code", shown.code());
        fields.put("code_verifier", shown.verifier());
        fields.put("redirect_uri", settings.signedIn());
        if (shown.cart() != null) {
            fields.put("cart_token", shown.cart());
        }
        Reply reply = said(() -> line.tell(form("authorization_code", fields)));
        if (!reply.isGood()) {
            return refused(reply);
        }
        Answer answer = NodeJson.read(reply.body(), Answer.class);
        return Optional.ofNullable(answer.cart_token()).map(session -> new Admitted(session, answer.token(now)));
    }

    private static <T> Optional<T> refused(Reply reply) {
        if (reply.code().equals("invalid_grant")) {
            return Optional.empty();
        }
        throw reply.refusal();
    }

    private Ask form(String grant, Map<String, String> more) {
        Map<String, String> fields = new LinkedHashMap<>(more);
        fields.put("grant_type", grant);
        fields.put("client_id", settings.keyId());
        fields.put("client_secret", settings.keySecret());
        return Ask.form(PATH, fields);
    }

    private static Reply said(java.util.function.Supplier<Reply> call) {
        try {
            return call.get();
        } catch (Unreachable | CircuitBreakerOpenException silent) {
            throw GatewayProblem.unavailable();
        }
    }
}
