package dev.rialto.wish;

import dev.rialto.kernel.Caller;
import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.Violations;
import dev.rialto.membership.EmailAddress;
import dev.rialto.platform.Boundary;
import dev.rialto.platform.Throttle;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/** Where somebody asks to be told when a sold-out variant can be had again, and takes that back. */
@Stateless
@Boundary
public class StockNotices {
    private static final int PER_HOUR = 20;
    private static final int MAILS_PER_HOUR = 5;

    private StockNoticeBook book;
    private NoticeLinks links;
    private Throttle throttle;

    @Inject
    public StockNotices(StockNoticeBook book, NoticeLinks links, Throttle throttle) {
        this.book = book;
        this.links = links;
        this.throttle = throttle;
    }

    /** For the proxy of the container. */
    @SuppressWarnings("NullAway")
    protected StockNotices() {}

    /**
     * Asks to be told. A member waits from then on; a guest once the mailed link was confirmed, and is answered alike
     * whether the address waits already or not.
     *
     * @throws DomainException {@link WishError#NOTICE_INVALID} naming {@code email}, {@link WishError#IN_STOCK},
     *     {@link WishError#WISH_NOT_FOUND} for a variant that is not on sale here, {@link WishError#TOO_MANY_WISHES}
     */
    public void ask(Caller caller, AskNotice wish) {
        Caller worker = caller.asWorker();
        String email = caller.signedIn().isPresent() ? "" : checked(wish);
        limit(worker, "stock-notice:" + wish.origin(), PER_HOUR);
        book.requireSoldOut(worker, wish);
        if (caller.signedIn().isPresent()) {
            book.wait(worker, wish, caller.signedIn().get());
        } else {
            limit(worker, "stock-notice-mail:" + email, MAILS_PER_HOUR);
            book.askToConfirm(worker, wish, email);
        }
    }

    private static String checked(AskNotice wish) {
        String email = EmailAddress.parse(wish.email()).map(EmailAddress::text).orElse("");
        new Violations()
                .check(!wish.email().isEmpty(), "email", "required")
                .check(wish.email().isEmpty() || !email.isEmpty(), "email", "invalid")
                .raise(WishError.NOTICE_INVALID);
        return email;
    }

    private void limit(Caller worker, String key, int most) {
        if (throttle.count(worker, key, Duration.ofHours(1)) > most) {
            throw WishError.TOO_MANY_WISHES.now();
        }
    }

    /**
     * What a link of a mail is about.
     *
     * @throws DomainException {@link WishError#NOTICE_LINK_UNKNOWN} for one that the mall did not write, or that is over
     */
    public StockNoticeView about(Caller caller, String link, String language) {
        return book.view(caller.asWorker(), links.idOf(link), language).orElseThrow(WishError.NOTICE_LINK_UNKNOWN::now);
    }

    /**
     * Confirms a guest's address; twice is as good as once.
     *
     * @throws DomainException as {@link #about}
     */
    public void confirm(Caller caller, String link) {
        book.confirm(caller.asWorker(), links.idOf(link));
    }

    /**
     * Takes back all that the reader of a mail waits for; twice is as good as once.
     *
     * @throws DomainException {@link WishError#NOTICE_LINK_UNKNOWN} for a link that the mall did not write
     */
    public void leave(Caller caller, String link) {
        book.leave(caller.asWorker(), links.idOf(link));
    }

    /** What the member waits for, or was told of, the latest first. */
    public List<StockNoticeView> mine(Caller caller, String language) {
        return book.ofMember(caller.asWorker(), member(caller), language);
    }

    /** Takes one of them back. */
    public void cancel(Caller caller, UUID id) {
        book.cancel(caller.asWorker(), member(caller), id);
    }

    private static UUID member(Caller caller) {
        return caller.signedIn().orElseThrow(WishError.WISHES_SIGN_IN::now);
    }
}
