package dev.rialto.membership;

import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.seller.SiteView;
import java.util.Set;
import java.util.UUID;

/** What members are told about their own account, in their language. */
final class AccountLetters {
    private static final String BUNDLE = "dev.rialto.membership.letters";

    private AccountLetters() {}

    /** Whom to write to. */
    record Reader(UUID accountId, String email, String name, String language) {}

    static OutgoingMail newPasswordLink(Reader reader, SiteView site, String address) {
        Words words = words(reader);
        Letter letter = head(reader, words, "reset_subject", site)
                .say(words.say("reset_asked", site.name()))
                .link(words.say("reset_link"), address)
                .say(words.say("reset_otherwise"))
                .done();
        return mail("new_password_link", reader, site, letter);
    }

    static OutgoingMail passwordChanged(Reader reader, SiteView site, String address) {
        Words words = words(reader);
        Letter letter = head(reader, words, "changed_subject", site)
                .say(words.say("changed_done"))
                .say(words.say("changed_otherwise"))
                .link(words.say("changed_link"), address)
                .done();
        return mail("password_changed", reader, site, letter);
    }

    static OutgoingMail code(Reader reader, SiteView site, String code) {
        Words words = words(reader);
        Letter letter = head(reader, words, "code_subject", site)
                .say(words.say("code_text", site.name()))
                .say(code)
                .say(words.say("code_otherwise"))
                .done();
        return mail("sign_in_code", reader, site, letter);
    }

    static OutgoingMail alreadyMember(Reader reader, SiteView site, String address) {
        Words words = words(reader);
        Letter letter = head(reader, words, "known_subject", site)
                .say(words.say("known_text", site.name()))
                .link(words.say("changed_link"), address)
                .say(words.say("known_otherwise"))
                .done();
        return mail("already_member", reader, site, letter);
    }

    private static Words words(Reader reader) {
        return Words.of(BUNDLE, Set.of("ko", "ja", "zh").contains(reader.language()) ? reader.language() : "en");
    }

    private static Letter.Draft head(Reader reader, Words words, String subject, SiteView site) {
        return Letter.in(words.locale().getLanguage(), words.say(subject, site.name()))
                .say(words.say("greeting", reader.name()));
    }

    private static OutgoingMail mail(String kind, Reader reader, SiteView site, Letter letter) {
        return new OutgoingMail(kind, null, reader.accountId(), site.name(), reader.email(), letter);
    }
}
