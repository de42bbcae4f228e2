package dev.rialto.web.checkout;

import dev.rialto.web.port.Buyer;
import dev.rialto.web.port.Member;
import java.util.Optional;

/**
 * Fills what a member has not typed from the account.
 *
 * @param chosen the address of the member's that was asked for; empty when none was
 */
record Prefill(Member member, String chosen) {

    /** What was typed before, with the address that was asked for; else the account's own. */
    Buyer of(Buyer typed) {
        boolean untouched = typed.email().isEmpty()
                && typed.name().isEmpty()
                && typed.street().isEmpty();
        Optional<Member.Address> address = untouched && chosen.isEmpty() ? preferred() : asked();
        Buyer person = untouched ? with(typed, member.email(), member.name(), member.phone()) : typed;
        return address.map(place -> at(place, person)).orElse(person);
    }

    private Optional<Member.Address> asked() {
        return member.addresses().stream()
                .filter(address -> chosen.equals(address.id()))
                .findFirst();
    }

    private Optional<Member.Address> preferred() {
        return member.addresses().stream().filter(Member.Address::preferred).findFirst();
    }

    private static Buyer with(Buyer typed, String email, String name, String phone) {
        return new Buyer(
                email,
                name,
                phone,
                typed.country(),
                typed.postcode(),
                typed.region(),
                typed.city(),
                typed.street(),
                typed.extra(),
                typed.note(),
                typed.delivery(),
                typed.accounts());
    }

    private static Buyer at(Member.Address place, Buyer person) {
        return new Buyer(
                person.email(),
                place.name(),
                place.phone().isEmpty() ? person.phone() : place.phone(),
                place.country(),
                place.postcode(),
                place.region(),
                place.city(),
                place.street(),
                place.extra(),
                person.note(),
                person.delivery(),
                person.accounts());
    }
}
