package dev.rialto.rest.v1.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A member's own view of the account.
 *
 * @param consents kind to given or not
 */
public record Member(
        String email,
        String name,
        String phone,
        String language,
        List<Address> addresses,
        Map<String, Boolean> consents,
        List<OpenSession> sessions) {

    /** A place to deliver to; id is null before it is kept. */
    public record Address(
            @Nullable String id,
            String name,
            String phone,
            String country,
            String postcode,
            String region,
            String city,
            String street,
            String extra,
            boolean preferred) {}

    /** A place where the member is signed in. */
    public record OpenSession(String id, String device, Instant startedAt, Instant seenAt, boolean current) {}

    public Member {
        addresses = List.copyOf(addresses);
        consents = Map.copyOf(consents);
        sessions = List.copyOf(sessions);
    }
}
