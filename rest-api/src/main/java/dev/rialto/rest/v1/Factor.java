package dev.rialto.rest.v1;

import dev.rialto.credential.CredentialError;
import dev.rialto.credential.GatewayClient;
import dev.rialto.rest.LoggedCalls;
import jakarta.servlet.http.HttpServletRequest;

/** The parameters a call is about, as the call log keeps them: ids and plain choices, never words that people typed (A14). */
public final class Factor {
    private static final int LONGEST = 100;

    private Factor() {}

    /** The program that calls. */
    public static GatewayClient client(HttpServletRequest request) {
        if (request.getAttribute(GatewayClient.class.getName()) instanceof GatewayClient client) {
            return client;
        }
        throw CredentialError.INVALID_TOKEN.now();
    }

    /** Names something the call is about. */
    public static void note(HttpServletRequest request, String name, Object value) {
        String text = String.valueOf(value);
        LoggedCalls.note(request, name, text.substring(0, Math.min(text.length(), LONGEST)));
    }

    /** How many rows the answer has. */
    public static void rows(HttpServletRequest request, int rows) {
        LoggedCalls.rows(request, rows);
    }
}
