package dev.rialto.web.local;

import dev.rialto.audience.Traits;
import dev.rialto.membership.MemberView;
import dev.rialto.membership.OpenSession;
import dev.rialto.membership.PostalAddress;
import dev.rialto.web.port.Member;
import dev.rialto.web.port.Portrait;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

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

    static Portrait portrait(Traits traits) {
        return new Portrait(
                Wire.orEmpty(text(traits.birthDate())),
                Wire.orEmpty(traits.gender()),
                Wire.orEmpty(text(traits.weddingOn())),
                Wire.orEmpty(traits.region()),
                Wire.orEmpty(traits.occupation()));
    }

    private static @Nullable String text(@Nullable LocalDate date) {
        return date == null ? null : date.toString();
    }

    static Traits traits(Portrait portrait) {
        return Traits.typed(
                portrait.birthDate(),
                portrait.gender(),
                portrait.weddingOn(),
                portrait.region(),
                portrait.occupation());
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

    static PostalAddress address(Member.Address address) {
        String id = address.id();
        return new PostalAddress(
                id == null ? null : Wire.id(Wire.ADDRESS, id),
                address.name(),
                Wire.orNothing(address.phone()),
                address.country(),
                Wire.orNothing(address.region()),
                address.city(),
                address.street(),
                Wire.orNothing(address.extra()),
                address.postcode(),
                address.preferred());
    }
}
