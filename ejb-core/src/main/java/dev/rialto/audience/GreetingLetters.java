package dev.rialto.audience;

import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.seller.SiteView;
import java.util.Set;

/** The words of a greeting and of the way out of such mails, in the reader's language. */
final class GreetingLetters {
    static final String BUNDLE = "dev.rialto.audience.letters";

    private GreetingLetters() {}

    static OutgoingMail of(GreetingWork.Guest guest, SiteView site, String wayOut) {
        Words words = words(guest.language());
        String kind = guest.occasion().key();
        Letter letter = Letter.in(words.locale().getLanguage(), words.say(kind + "_subject", guest.name(), site.name()))
                .say(words.say("greeting", guest.name()))
                .say(words.say(kind + "_text", site.name()))
                .say(words.say("goodbye", site.name()))
                .say(words.say("way_out", site.name()) + "\n" + wayOut)
                .done();
        return new OutgoingMail(
                "greeting_" + kind, null, guest.accountId(), site.name(), guest.email(), letter, wayOut);
    }

    static Words words(String language) {
        return Words.of(BUNDLE, Set.of("ko", "ja", "zh").contains(language) ? language : "en");
    }
}
