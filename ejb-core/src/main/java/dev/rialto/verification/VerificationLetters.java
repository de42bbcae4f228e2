package dev.rialto.verification;

import dev.rialto.kernel.Caller;
import dev.rialto.message.Letter;
import dev.rialto.message.OutgoingMail;
import dev.rialto.message.Words;
import dev.rialto.platform.Settings;
import dev.rialto.seller.SiteDirectory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** What a seller is told about the file: accepted, sent back, near its end, over. */
@ApplicationScoped
class VerificationLetters {
    private static final String BUNDLE = "dev.rialto.verification.letters";

    private final SiteDirectory sites;
    private final Settings settings;

    @Inject
    VerificationLetters(SiteDirectory sites, Settings settings) {
        this.sites = sites;
        this.settings = settings;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected VerificationLetters() {
        this(null, null);
    }

    /** Whom a letter goes to. */
    record Addressee(UUID seller, String sellerName, String email, String country) {
        static Addressee of(VerificationView file) {
            return new Addressee(
                    file.seller(),
                    file.sellerName(),
                    file.details().contactEmail(),
                    file.details().country());
        }

        /** The language of the seller's country, else English. */
        String language() {
            return switch (country) {
                case "KR" -> "ko";
                case "JP" -> "ja";
                case "CN", "TW", "HK", "SG" -> "zh";
                default -> "en";
            };
        }
    }

    OutgoingMail approved(Caller caller, VerificationView file, LocalDate until) {
        return letter(caller, Addressee.of(file), "approved", until, draft -> draft);
    }

    OutgoingMail refused(Caller caller, VerificationView file, Map<VerificationItem, String> reasons) {
        Addressee to = Addressee.of(file);
        Words words = Words.of(BUNDLE, to.language());
        List<Letter.Row> rows = new TreeMap<>(reasons)
                .entrySet().stream()
                        .map(entry ->
                                Letter.Row.of(words.say("item." + entry.getKey().stored()), entry.getValue()))
                        .toList();
        return letter(caller, to, "refused", LocalDate.EPOCH, draft -> draft.rows(words.say("reasons"), rows));
    }

    /** Thirty days before the end, and at the end. */
    OutgoingMail ending(Caller caller, Addressee to, String key, LocalDate until) {
        return letter(caller, to, key, until, draft -> draft);
    }

    private OutgoingMail letter(
            Caller caller, Addressee to, String key, LocalDate until, UnaryOperator<Letter.Draft> more) {
        String mall = sites.mall(caller).name();
        Words words = Words.of(BUNDLE, to.language());
        String day = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG)
                .withLocale(words.locale())
                .format(until);
        Letter.Draft draft = Letter.in(to.language(), words.say(key + ".subject", mall, to.sellerName(), day))
                .say(words.say("greeting", to.sellerName()))
                .say(words.say(key, mall, to.sellerName(), day));
        Letter letter = more.apply(draft)
                .link(words.say("open"), settings.address(settings.consoleHost(), "/verification"))
                .say(words.say("goodbye", mall))
                .done();
        return new OutgoingMail("verification_" + key, to.seller(), to.seller(), mall, to.email(), letter);
    }
}
