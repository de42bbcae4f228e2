package dev.rialto.node.gateway;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The tokens in use, renewed in time. They live in memory: a browser holds the key to its own session alone. */
@ApplicationScoped
public class Keyring {
    private static final int MOST_MEMBERS = 20_000;

    @Inject
    private Grants grants;

    @Inject
    private Clock clock;

    private Grants.@Nullable Token program;

    private final Map<String, Grants.Token> members = new LinkedHashMap<>(64, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Grants.Token> eldest) {
            return size() > MOST_MEMBERS;
        }
    };

    synchronized String program() {
        Grants.Token known = program;
        if (known == null || !known.isGood(clock.instant())) {
            known = grants.program();
            program = known;
        }
        return known.value();
    }

    synchronized void forgetProgram() {
        program = null;
    }

    /** The token of the member behind a session; empty when nobody is. */
    Optional<String> member(String session) {
        Grants.Token known = known(session);
        if (known != null && known.isGood(clock.instant())) {
            return Optional.of(known.value());
        }
        Optional<Grants.Token> next = grants.next(session);
        next.ifPresentOrElse(token -> keep(session, token), () -> forget(session));
        return next.map(Grants.Token::value);
    }

    /** Is the member behind a session known without asking? */
    public boolean isKnown(String session) {
        return known(session) != null;
    }

    /** Lets a member in with a code of the mall's page; the session's new token, or empty when the code is not good. */
    public Optional<String> admit(Grants.Shown shown) {
        Optional<Grants.Admitted> admitted = grants.admit(shown);
        admitted.ifPresent(member -> keep(member.session(), member.token()));
        return admitted.map(Grants.Admitted::session);
    }

    private synchronized Grants.@Nullable Token known(String session) {
        return members.get(session);
    }

    private synchronized void keep(String session, Grants.Token token) {
        members.put(session, token);
    }

    /** Forgets the member of a session. */
    public synchronized void forget(String session) {
        members.remove(session);
    }
}
