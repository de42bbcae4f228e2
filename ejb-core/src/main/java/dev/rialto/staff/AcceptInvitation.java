package dev.rialto.staff;

import org.jspecify.annotations.Nullable;

/**
 * A person says yes.
 *
 * @param token of the link
 * @param name how the person is called; for a new account only
 * @param password of the account that is there, or of the new one
 * @param language of the person's mails
 * @param address where the request came from
 */
public record AcceptInvitation(String token, @Nullable String name, String password, String language, String address) {
    @Override
    public String toString() {
        return "AcceptInvitation";
    }
}
