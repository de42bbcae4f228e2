package dev.rialto.web.console.live;

import dev.rialto.platform.Tokens;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.websocket.CloseReason;
import jakarta.websocket.CloseReason.CloseCodes;
import jakarta.websocket.Session;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The links that are open in this process, by the session of the console behind them. */
@ApplicationScoped
public class LiveLinks {
    private static final System.Logger LOG = System.getLogger(LiveLinks.class.getName());
    private static final CloseReason SIGNED_OUT = new CloseReason(CloseCodes.VIOLATED_POLICY, "signed out");

    private final Map<Session, String> open = new ConcurrentHashMap<>();

    void add(Session link, String token) {
        open.put(link, Tokens.hash(token));
    }

    void remove(Session link) {
        open.remove(link);
    }

    /** How many are open. */
    public int count() {
        return open.size();
    }

    /** Ends all links of a session that has ended. */
    public void end(String token) {
        String hash = Tokens.hash(token);
        open.forEach((link, of) -> {
            if (of.equals(hash)) {
                close(link);
            }
        });
    }

    void close(Session link) {
        try {
            link.close(SIGNED_OUT);
        } catch (IOException gone) {
            LOG.log(Level.DEBUG, "a link was gone before it was closed", gone);
        }
    }
}
