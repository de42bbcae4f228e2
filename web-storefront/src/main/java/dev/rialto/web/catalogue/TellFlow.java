package dev.rialto.web.catalogue;

import dev.rialto.kernel.DomainException;
import dev.rialto.kernel.ErrorKind;
import dev.rialto.web.port.CataloguePort;
import dev.rialto.web.port.Goods;
import dev.rialto.web.port.WishPort;
import dev.rialto.web.shop.Answer;
import dev.rialto.web.shop.Flow;
import dev.rialto.web.shop.Form;
import dev.rialto.web.shop.Routes;
import dev.rialto.web.shop.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Takes from the goods' page the wish to be told when a sold-out variant can be had again. */
@ApplicationScoped
class TellFlow implements Flow {
    @Inject
    private CataloguePort catalogue;

    @Inject
    private WishPort wishes;

    @Inject
    private GoodsView goodsView;

    @Override
    public void addresses(Routes routes) {
        routes.post("/goods/{slug}/tell", this::ask);
    }

    private Answer ask(Visit visit) {
        Optional<Goods> goods = catalogue
                .goods(visit.visitor(), visit.part("slug"))
                .filter(found -> !found.variants().isEmpty());
        if (goods.isEmpty()) {
            return Answer.missing();
        }
        String variant = visit.text("variant");
        boolean isOfGoods =
                goods.get().variants().stream().anyMatch(each -> each.id().equals(variant));
        if (!isOfGoods) {
            return again(visit, goods.get(), 422, visit.wording().say("told.choose"));
        }
        try {
            wishes.askToBeTold(visit.visitor(), variant, visit.text("email"), visit.remoteAddress());
        } catch (DomainException refused) {
            return refused(visit, goods.get(), refused);
        }
        return Answer.goTo(
                "/goods/" + goods.get().slug() + "?told=" + (visit.isSignedIn() ? "waiting" : "asked") + "#tell");
    }

    private Answer again(Visit visit, Goods goods, int status, String notice) {
        Form form = Form.typed(visit, "variant", "email");
        return new Answer.Show(status, "goods", goodsView.page(goods, visit, form, notice));
    }

    private Answer refused(Visit visit, Goods goods, DomainException refused) {
        ErrorKind kind = refused.code().kind();
        if (kind == ErrorKind.CONFLICT) {
            // it came back meanwhile: there may be no form left to say so in
            return again(
                    visit,
                    goods,
                    409,
                    visit.wording().first("problem." + refused.code().code(), "problem"));
        }
        Form form = Form.typed(visit, "variant", "email").refused(refused);
        return new Answer.Show(
                kind == ErrorKind.THROTTLED ? 429 : 422, "goods", goodsView.page(goods, visit, form, null));
    }
}
