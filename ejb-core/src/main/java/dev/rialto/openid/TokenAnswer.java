package dev.rialto.openid;

import java.time.Duration;

/** What a relying party gets for a code. */
public sealed interface TokenAnswer {

    /** The signed word about the person, and a token that tells the same again while it lives. */
    record Granted(String idToken, String accessToken, Duration lifetime) implements TokenAnswer {
        @Override
        public String toString() {
            return "Granted";
        }
    }

    /**
     * Nothing.
     *
     * @param error as RFC 6749 names it
     */
    record Refused(String error) implements TokenAnswer {}
}
