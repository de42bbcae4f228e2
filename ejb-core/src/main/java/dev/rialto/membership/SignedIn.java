package dev.rialto.membership;

import java.util.UUID;

/** A success: the token for the cookie, and who it is. */
public record SignedIn(String token, UUID accountId, String name) {
    @Override
    public String toString() {
        return "SignedIn[" + accountId + "]";
    }
}
