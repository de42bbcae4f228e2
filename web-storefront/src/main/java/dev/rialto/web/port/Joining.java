package dev.rialto.web.port;

import java.util.Set;

/**
 * The wish to become a member.
 *
 * @param consents kinds agreed to: terms, marketing
 */
public record Joining(String email, String password, String name, String phone, Set<String> consents) {
    public Joining {
        consents = Set.copyOf(consents);
    }
}
