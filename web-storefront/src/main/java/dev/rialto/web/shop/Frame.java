package dev.rialto.web.shop;

import dev.rialto.kernel.Money;
import dev.rialto.web.port.Category;
import dev.rialto.web.port.Site;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What every page shows around its own content, and how it writes amounts, dates and addresses. */
public final class Frame {
    private final Visit visit;
    private final List<Category> categories;
    private final Formats formats;
    private final KeptPart top;
    private final KeptPart bottom;

    Frame(Visit visit, List<Category> categories, KeptParts parts) {
        this.visit = visit;
        this.categories = categories;
        this.formats = visit.formats();
        this.top = parts.part(query().isEmpty() ? topKey() : null);
        this.bottom = parts.part(visit.here().parameters().isEmpty() ? bottomKey() : null);
    }

    private Top topKey() {
        return new Top(visit.site(), language(), isSignedIn(), cartCount(), categories);
    }

    private Bottom bottomKey() {
        return new Bottom(visit.site(), language(), currency());
    }

    /** All that the upper part of a page shows. */
    private record Top(Site site, String language, boolean isSignedIn, int cartCount, List<Category> categories) {}

    /** All that the lower part of a page shows, where the address has no parameters. */
    private record Bottom(Site site, String language, String currency) {}

    /** What is above the content: it must show nothing that {@link Top} does not name. */
    public KeptPart top() {
        return top;
    }

    /** What is below the content: it must show nothing that {@link Bottom} does not name. */
    public KeptPart bottom() {
        return bottom;
    }

    /** A language or currency to change to. */
    public record Choice(String address, String text, String code, boolean current) {}

    public String name() {
        return visit.site().name();
    }

    public String slogan() {
        return visit.inLanguage(visit.site().slogan());
    }

    /** A text of the visitor's language. */
    public String inLanguage(Map<String, String> texts) {
        return visit.inLanguage(texts);
    }

    public @Nullable String logo() {
        return visit.site().logoKey();
    }

    public boolean isMall() {
        return visit.site().mall();
    }

    public boolean isOpen() {
        return visit.site().open();
    }

    /** Is this the seller's own server, where some things are left to the mall? */
    public boolean isElsewhere() {
        return visit.isElsewhere();
    }

    /** Is it a sandbox, where nothing is really sold? */
    public boolean isTest() {
        return visit.site().test();
    }

    /** Is this what only the shop's maker sees? */
    public boolean isDraft() {
        return visit.draftPass().isPresent();
    }

    public String header() {
        return visit.site().theme().header();
    }

    public String language() {
        return visit.language();
    }

    public String currency() {
        return visit.currency();
    }

    public List<Category> categories() {
        return categories;
    }

    public List<Link> menu() {
        return visit.site().menu().stream()
                .map(entry -> new Link("/pages/" + entry.slug(), visit.inLanguage(entry.title())))
                .toList();
    }

    public List<Choice> languages() {
        return visit.site().languages().stream()
                .map(code -> new Choice(
                        address(Taste.LANGUAGE, code), nativeName(code), code, code.equals(visit.language())))
                .toList();
    }

    public List<Choice> currencies() {
        return visit.site().currencies().stream()
                .map(code -> new Choice(address(Taste.CURRENCY, code), code, code, code.equals(visit.currency())))
                .toList();
    }

    public int cartCount() {
        return visit.session().cartCount();
    }

    /** Are these goods on the visitor's wish list? */
    public boolean isWished(String goodsId) {
        return visit.session().wished().contains(goodsId);
    }

    /** The page shown, to come back to. */
    public String here() {
        return visit.here().toString();
    }

    public boolean isSignedIn() {
        return visit.isSignedIn();
    }

    public @Nullable String memberName() {
        return visit.session().name();
    }

    public String query() {
        return visit.path().equals("/search") ? visit.text("q") : "";
    }

    public String asset(String name) {
        return Assets.address(name);
    }

    public String themeSheet() {
        return "/theme/" + visit.site().themeVersion() + ".css";
    }

    /** Address of a picture in one of its widths: 400, 800, 1600. */
    public String picture(String key, int width) {
        return "/pictures/" + key + "-" + width + ".jpg";
    }

    public String money(Money amount) {
        return formats.money(amount);
    }

    public String rate(int basisPoints) {
        return formats.rate(basisPoints);
    }

    /** How much lower a price is, in whole percent. */
    public String reduction(Money before, Money now) {
        return formats.rate((int) ((before.minor() - now.minor()) * 100 / before.minor()) * 100);
    }

    public String date(Instant instant) {
        return formats.date(instant);
    }

    public String day(LocalDate day) {
        return formats.date(day);
    }

    public String time(Instant instant) {
        return formats.time(instant);
    }

    public String clock(Instant instant) {
        return formats.clock(instant);
    }

    public String country(String code) {
        return formats.country(code);
    }

    public String say(String key, Object... values) {
        return visit.wording().say(key, values);
    }

    public String count(String key, long number) {
        return visit.wording().count(key, number);
    }

    /** This page with another parameter. */
    private String address(String name, String value) {
        return new Address("", visit.here().parameters()).with(name, value).toString();
    }

    private static String nativeName(String code) {
        return switch (code) {
            case "ko" -> "한국어";
            case "ja" -> "日本語";
            case "zh" -> "中文";
            default -> Locale.forLanguageTag(code).getDisplayLanguage(Locale.forLanguageTag(code));
        };
    }
}
