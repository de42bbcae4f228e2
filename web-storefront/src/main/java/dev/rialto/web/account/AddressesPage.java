package dev.rialto.web.account;

import dev.rialto.web.port.Member;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses a member keeps. */
public record AddressesPage(
        List<Member.Address> addresses, @Nullable String notice) {
    public AddressesPage {
        addresses = List.copyOf(addresses);
    }
}
