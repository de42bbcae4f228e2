package dev.rialto.web.local;

import dev.rialto.kernel.Money;
import dev.rialto.web.port.StockWish;
import dev.rialto.web.port.Visitor;
import dev.rialto.web.port.Wish;
import dev.rialto.web.port.WishPort;
import dev.rialto.wish.AskNotice;
import dev.rialto.wish.StockNoticeView;
import dev.rialto.wish.StockNotices;
import dev.rialto.wish.WishList;
import dev.rialto.wish.WishPlace;
import dev.rialto.wish.WishView;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The wish lists of this process. */
@ApplicationScoped
class LocalWishes implements WishPort {
    private static final String NOTICE = "notice";

    @Inject
    private WishList wishes;

    @Inject
    private StockNotices notices;

    @Override
    public void add(Visitor visitor, String goodsId) {
        wishes.add(Wire.caller(visitor), Wire.site(visitor), Wire.id(Wire.GOODS, goodsId));
    }

    @Override
    public void remove(Visitor visitor, String goodsId) {
        wishes.remove(Wire.caller(visitor), Wire.site(visitor), Wire.id(Wire.GOODS, goodsId));
    }

    @Override
    public List<Wish> list(Visitor visitor) {
        return wishes.list(Wire.caller(visitor), place(visitor)).stream()
                .map(LocalWishes::wish)
                .toList();
    }

    private static WishPlace place(Visitor visitor) {
        return new WishPlace(Wire.site(visitor), visitor.language(), visitor.currency());
    }

    private static Wish wish(WishView view) {
        Long listed = view.listPrice();
        Long before =
                listed == null || view.compareAt() == null ? listed : Long.valueOf(Math.max(listed, view.compareAt()));
        return new Wish(
                Wire.text(Wire.GOODS, view.goodsId()),
                view.slug(),
                view.title(),
                view.sellerName(),
                view.pictureKey(),
                view.variantId() == null ? null : Wire.text(Wire.VARIANT, view.variantId()),
                money(before, view),
                money(view.price(), view),
                money(view.priorLowest(), view),
                view.fromPrice(),
                view.available());
    }

    private static @Nullable Money money(@Nullable Long minor, WishView view) {
        return minor == null ? null : new Money(minor, view.currency());
    }

    @Override
    public void askToBeTold(Visitor visitor, String variantId, String email, String origin) {
        notices.ask(
                Wire.caller(visitor), new AskNotice(Wire.id(Wire.VARIANT, variantId), place(visitor), email, origin));
    }

    @Override
    public List<StockWish> awaited(Visitor visitor) {
        return notices.mine(Wire.caller(visitor), visitor.language()).stream()
                .map(LocalWishes::awaited)
                .toList();
    }

    private static StockWish awaited(StockNoticeView view) {
        return new StockWish(
                Wire.text(NOTICE, view.id()),
                view.slug(),
                view.title(),
                view.variantTitle(),
                view.askedAt(),
                view.toldAt());
    }

    @Override
    public void cancel(Visitor visitor, String id) {
        notices.cancel(Wire.caller(visitor), Wire.id(NOTICE, id));
    }

    @Override
    public StockWish about(Visitor visitor, String link) {
        return awaited(notices.about(Wire.caller(visitor), link, visitor.language()));
    }

    @Override
    public void confirm(Visitor visitor, String link) {
        notices.confirm(Wire.caller(visitor), link);
    }

    @Override
    public void leave(Visitor visitor, String link) {
        notices.leave(Wire.caller(visitor), link);
    }
}
