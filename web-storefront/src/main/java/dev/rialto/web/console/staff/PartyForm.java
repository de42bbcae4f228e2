package dev.rialto.web.console.staff;

import dev.rialto.openid.EditRelyingParty;
import dev.rialto.web.console.Visit;

/** What is typed about a relying party. */
final class PartyForm {
    private PartyForm() {}

    static EditRelyingParty read(Visit visit, long version) {
        return new EditRelyingParty(
                visit.entries().text("name"),
                visit.entries()
                        .text("redirectUris")
                        .lines()
                        .map(String::strip)
                        .filter(line -> !line.isEmpty())
                        .toList(),
                visit.entries().all("groups"),
                version == 0 || visit.entries().ticked("active"),
                version);
    }
}
