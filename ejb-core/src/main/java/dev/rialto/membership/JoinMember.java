package dev.rialto.membership;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The wish to become a member.
 *
 * @param siteId where it is said; the member carries the mark of this site for good
 * @param language ko, en, ja or zh
 * @param consents kinds agreed to: terms, which are needed, and marketing
 * @param address where the request came from, for the limit of tries; null for the mall's own work
 */
public record JoinMember(
        UUID siteId,
        String email,
        String password,
        String name,
        @Nullable String phone,
        String language,
        Set<String> consents,
        @Nullable String address) {
    public JoinMember {
        consents = Set.copyOf(consents);
    }

    @Override
    public String toString() {
        return "JoinMember[" + siteId + "]";
    }
}
