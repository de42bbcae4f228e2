package dev.rialto.web.port;

import java.util.Set;

/**
 * The wish to become a member.
 *
 * @param consents kinds agreed to: terms, marketing
 * @param address where the wish came from, for the limit of tries
 */
public record Joining(String email, String password, String name, String phone, Set<String> consents, String address) {
    public Joining {
        consents = Set.copyOf(consents);
    }
}
