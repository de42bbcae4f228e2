package dev.rialto.membership;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A try to sign in.
 *
 * @param siteId the shop where it happens; null on the console
 * @param currentToken what the browser carried so far; its cart comes along and it ends
 * @param address where the request came from
 * @param device what people call the browser, or the host of the server where they signed in
 */
public record SignIn(
        String email,
        String password,
        SessionView.Kind kind,
        @Nullable UUID siteId,
        @Nullable String currentToken,
        String address,
        String device) {

    @Override
    public String toString() {
        return "SignIn[" + kind + "]";
    }
}
