package dev.rialto.web.wish;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.web.port.CartPort;
import dev.rialto.web.port.Wish;
import dev.rialto.web.port.WishPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Adds to the wish list and takes off, from goods and lists alike, and moves wishes to the cart. */
@ApplicationScoped
class WishFlow implements Flow {
    /** Only pages that show goods are gone back to. */
    private static final Pattern BACK =
            Pattern.compile("/(?:goods(?:/[a-z0-9-]{1,120})?|c/[a-z0-9-]{1,120}(?:/[a-z0-9-]{1,120})?|search|wishes)?"
                    + "(?:\\?[A-Za-z0-9%._~&=+,-]{0,1000})?");

    private static final Pattern SLUG = Pattern.compile("/goods/([a-z0-9][a-z0-9-]{0,119}).*");

    @Inject
    private WishPort wishes;

    @Inject
    private CartPort carts;

    @Override
    public void addresses(Routes routes) {
        routes.get("/wishes", this::show).post("/wishes", this::change).post("/wishes/cart", this::moveToCart);
    }

    private Answer show(Visit visit) {
        return visit.isSignedIn() ? page(visit, 200, null) : Answer.goTo("/account/sign-in?next=wishes");
    }

    private Answer page(Visit visit, int status, @Nullable String notice) {
        return new Answer.Show(status, "wishes", new WishesPage(wishes.list(visit.visitor()), notice));
    }

    /** A guest signs in first, and finds the goods again. */
    private Answer change(Visit visit) {
        String back = visit.text("back");
        if (!visit.isSignedIn()) {
            var slug = SLUG.matcher(back);
            return Answer.goTo("/account/sign-in?next=" + (slug.matches() ? "goods." + slug.group(1) : "wishes"));
        }
        String goods = visit.text("add");
        try {
            if (goods.isEmpty()) {
                goods = visit.text("remove");
                wishes.remove(visit.visitor(), goods);
            } else {
                wishes.add(visit.visitor(), goods);
            }
        } catch (DomainException refused) {
            if (refused.code().kind() == ErrorKind.NOT_FOUND) {
                throw refused;
            }
            return page(visit, 409, reason(visit, refused));
        }
        boolean isKnown = BACK.matcher(back).matches();
        return Answer.goTo(isKnown ? back + (goods.matches("goods_[a-z0-9]{1,40}") ? "#" + goods : "") : "/wishes");
    }

    private Answer moveToCart(Visit visit) {
        if (!visit.isSignedIn()) {
            return Answer.goTo("/account/sign-in?next=wishes");
        }
        String goods = visit.text("goods");
        Optional<Wish> wish = wishes.list(visit.visitor()).stream()
                .filter(each -> each.goodsId().equals(goods))
                .findFirst();
        String variant = wish.map(Wish::variantId).orElse(null);
        if (variant == null) {
            return Answer.goTo(wish.map(each -> "/goods/" + each.slug()).orElse("/wishes"));
        }
        try {
            carts.add(visit.visitor(), variant, 1);
        } catch (DomainException refused) {
            return page(visit, 409, reason(visit, refused));
        }
        wishes.remove(visit.visitor(), goods);
        return Answer.goTo("/cart?added");
    }

    private static String reason(Visit visit, DomainException refused) {
        return Form.typed(visit).refused(refused).problems().get(0).text();
    }
}
