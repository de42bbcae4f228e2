package dev.rialto.web.console.live;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.Ids;
import dev.rialto.membership.SessionView;
import dev.rialto.membership.Sessions;
import jakarta.inject.Inject;
import jakarta.websocket.CloseReason;
import jakarta.websocket.OnClose;
import jakarta.websocket.OnError;
import jakarta.websocket.OnMessage;
import jakarta.websocket.OnOpen;
import jakarta.websocket.Session;
import jakarta.websocket.server.ServerEndpoint;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.Optional;

/** One link to one page of the console; the server makes one of these for each. */
@ServerEndpoint(LiveDoor.PATH)
public class LiveLink {
    private static final System.Logger LOG = System.getLogger(LiveLink.class.getName());
    private static final int LONGEST_REQUEST = 4096;
    private static final long SILENCE_MILLIS = 120_000;

    @Inject
    private LiveLinks links;

    @Inject
    private LiveRequests requests;

    @Inject
    private Sessions sessions;

    private String token = "";

    @OnOpen
    public void open(Session link) {
        token = parameter(link, LiveDoor.TOKEN);
        link.setMaxTextMessageBufferSize(LONGEST_REQUEST);
        link.setMaxIdleTimeout(SILENCE_MILLIS);
        links.add(link, token);
        caller().ifPresentOrElse(
                        caller -> LOG.log(
                                Level.INFO,
                                "live link {0} opened: account {1} from {2}",
                                link.getId(),
                                caller.account(),
                                parameter(link, LiveDoor.ADDRESS)),
                        () -> links.close(link));
    }

    @OnMessage
    public void hear(String request, Session link) throws IOException {
        Optional<Caller> caller = caller();
        if (caller.isEmpty()) {
            links.close(link);
            return;
        }
        link.getBasicRemote().sendText(requests.answer(caller.get(), request));
    }

    @OnClose
    public void close(Session link, CloseReason reason) {
        links.remove(link);
        LOG.log(Level.INFO, "live link {0} ended: {1}", link.getId(), reason.getCloseCode());
    }

    @OnError
    public void fail(Session link, Throwable failure) {
        LOG.log(Level.DEBUG, "live link " + link.getId() + " broke", failure);
    }

    /** As whom the request is made: what the session is worth at this moment. */
    private Optional<Caller> caller() {
        String trace = Ids.next().toString();
        return sessions.look(Caller.worker(trace), token)
                .filter(SessionView::isSignedIn)
                .map(session -> session.caller(token, trace))
                .filter(caller -> caller.role() != Caller.Role.SHOPPER);
    }

    private static String parameter(Session link, String name) {
        List<String> values = link.getRequestParameterMap().getOrDefault(name, List.of());
        return values.isEmpty() ? "" : values.get(0);
    }
}
