package dev.rialto.rest.v1.people;

import dev.rialto.membership.MemberView;
import dev.rialto.membership.OpenSession;
import dev.rialto.membership.PostalAddress;
import dev.rialto.rest.v1.Wire;
import java.util.List;
import java.util.TreeMap;
import java.util.UUID;

/** Members between the forms of boundary and port. */
final class People {
    private People() {}

    static Member member(MemberView member, List<OpenSession> sessions) {
        return new Member(
                member.email(),
                member.name(),
                Wire.orEmpty(member.phone()),
                member.language(),
                member.addresses().stream().map(People::address).toList(),
                member.consents(),
                sessions.stream()
                        .filter(session -> session.kind() == dev.rialto.membership.SessionView.Kind.SHOPPER)
                        .map(session -> new Member.OpenSession(
                                session.id(),
                                session.device(),
                                session.createdAt(),
                                session.seenAt(),
                                session.current()))
                        .toList());
    }

    /** What the member can change, without where he is signed in, which changes by looking. */
    static Member kept(Member member) {
        return new Member(
                member.email(),
                member.name(),
                member.phone(),
                member.language(),
                member.addresses(),
                new TreeMap<>(member.consents()),
                List.of());
    }

    private static Member.Address address(PostalAddress address) {
        UUID id = address.id();
        return new Member.Address(
                id == null ? null : Wire.text(Wire.ADDRESS, id),
                address.name(),
                Wire.orEmpty(address.phone()),
                address.country(),
                address.postcode(),
                Wire.orEmpty(address.region()),
                address.city(),
                address.street(),
                Wire.orEmpty(address.extra()),
                address.isDefault());
    }

    static PostalAddress address(TypedAddress address, java.util.@org.jspecify.annotations.Nullable UUID id) {
        return new PostalAddress(
                id,
                address.name(),
                TypedAddress.orNothing(address.phone()),
                address.country(),
                TypedAddress.orNothing(address.region()),
                address.city(),
                address.street(),
                TypedAddress.orNothing(address.extra()),
                address.postcode(),
                address.preferred());
    }
}
