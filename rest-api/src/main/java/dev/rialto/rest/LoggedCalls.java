package dev.rialto.rest;

import dev.rialto.credential.GatewayClient;
import dev.rialto.gateway.CallLog;
import dev.rialto.gateway.GatewayCall;
import dev.rialto.kernel.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Hands every call to the log: who, what kind, with which parameters, and how it went (A12, A14, A35). Parameters are ids
 * and plain choices, never words that people typed.
 */
@ApplicationScoped
public class LoggedCalls {
    private static final String NOTES = LoggedCalls.class.getName() + ".notes";
    private static final String ROWS = LoggedCalls.class.getName() + ".rows";
    private static final String KIND = LoggedCalls.class.getName() + ".kind";
    private static final String CODE = LoggedCalls.class.getName() + ".code";
    private static final int LONGEST_PATH = 200;
    private static final Pattern SECRET = Pattern.compile("/sessions/[^/]+");

    @Inject
    CallLog log;

    @Inject
    Clock clock;

    void add(HttpServletRequest request, int status, long nanos) {
        GatewayClient client =
                request.getAttribute(GatewayClient.class.getName()) instanceof GatewayClient known ? known : null;
        log.add(new GatewayCall(
                Ids.next(),
                clock.instant(),
                client == null ? null : client.tenant(),
                client == null ? null : client.site(),
                client == null ? null : client.credential(),
                request.getAttribute(KIND) instanceof String kind ? kind : "unknown",
                request.getMethod(),
                path(request),
                notes(request),
                status,
                request.getAttribute(CODE) instanceof String code ? code : null,
                status < 300 && request.getAttribute(ROWS) instanceof Integer rows ? rows : 0,
                nanos / 1000,
                RequestIds.of(request)));
    }

    private static String path(HttpServletRequest request) {
        String path = SECRET.matcher(request.getRequestURI()).replaceAll("/sessions/-");
        return path.substring(0, Math.min(path.length(), LONGEST_PATH)).replace('\0', ' ');
    }

    static void kind(HttpServletRequest request, String kind) {
        request.setAttribute(KIND, kind);
    }

    static void refused(HttpServletRequest request, String code) {
        request.setAttribute(CODE, code);
    }

    /** How many rows the answer has. */
    public static void rows(HttpServletRequest request, int rows) {
        request.setAttribute(ROWS, rows);
    }

    /** Names something the call is about. */
    public static void note(HttpServletRequest request, String name, String value) {
        Map<String, String> notes = new TreeMap<>(notes(request));
        notes.put(name, value.replace('\0', ' '));
        request.setAttribute(NOTES, notes);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, String> notes(HttpServletRequest request) {
        @Nullable Object notes = request.getAttribute(NOTES);
        return notes == null ? Map.of() : (Map<String, String>) notes;
    }
}
